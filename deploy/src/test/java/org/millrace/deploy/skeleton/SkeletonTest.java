package org.millrace.deploy.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.deploy.home.Refusal;

class SkeletonTest {
  private static final Path TEMPLATES = Path.of("skeleton/document");

  @TempDir private Path root;

  @BeforeEach
  void layTheCheckout() throws IOException {
    Files.createDirectories(root.resolve("dashboards/boards/planning/supply"));
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = root.resolve("deploy/skeleton/document").resolve(TEMPLATES.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static DocumentNames names(String name) {
    return DocumentNames.of(name, "检验单", Optional.empty(), "planning/supply");
  }

  private List<Path> make(String name) {
    return Skeleton.document(root).make(names(name));
  }

  @Test
  void namesEveryFileAndLeavesNoBraceOfItsOwn() throws IOException {
    List<Path> made = make("quality/goods-inspection");
    assertThat(made)
        .hasSize(11)
        .contains(
            Path.of("transactional/src/main/java/org/millrace/quality/GoodsInspection.java"),
            Path.of("warehouse/tables/quality/silver/goods_inspection_line/table.yaml"));
    for (Path file : made) {
      assertThat(Files.readString(root.resolve(file)))
          .as(file.toString())
          .doesNotContain("{domain}", "{kind}", "{Kind}", "{title}", "{标题}", "{PREFIX}");
    }
  }

  @Test
  void aDomainThatIsThereKeepsItsPackageAndItsPermissions() throws IOException {
    make("quality/inspection");
    Path migrations = root.resolve("transactional/src/main/resources/db/migration/quality");
    Files.writeString(migrations.resolve("V7__more.sql"), "select 1;");
    List<Path> made = make("quality/complaint");
    assertThat(made).hasSize(9).noneMatch(file -> file.endsWith("package-info.java"));
    assertThat(migrations.resolve("V8__complaints.sql")).exists();
  }

  @Test
  void writesNothingWhereAFileIsThere() throws IOException {
    Path page = root.resolve("dashboards/pages/quality/inspection/page.yaml");
    Files.createDirectories(page.getParent());
    Files.writeString(page, "mine");
    assertThatThrownBy(() -> make("quality/inspection"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("page.yaml is there already; nothing was written");
    assertThat(page).hasContent("mine");
    assertThat(root.resolve("transactional")).doesNotExist();
  }

  @Test
  void refusesNamesThatAreNone() {
    assertThatThrownBy(() -> names("Quality/Inspection"))
        .hasMessageContaining("lower case such as quality/inspection");
    assertThatThrownBy(
            () -> DocumentNames.of("a/b", "inspection", Optional.empty(), "planning/supply"))
        .hasMessageContaining("no Chinese sign");
    assertThatThrownBy(
            () -> DocumentNames.of("a/b", "单", Optional.of("TOOLONG"), "planning/supply"))
        .hasMessageContaining("one to four capital letters");
  }
}
