package org.millrace.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.TestingCore;

/**
 * The description makes a client that works: OpenAPI Generator writes it, the compiler takes it,
 * and what a stranger wrote against it takes an order to its money. The compiler reads what that
 * needs, and all of it with {@code -Dtest.jvm.flags=-Dclient=all}.
 */
@Tag("slow")
class GeneratedClientTest {
  private static final String PASSWORD = "a-secret-of-their-own";

  @TempDir private Path folder;

  @Test
  void placesDeliversBillsAndCollectsAnOrder() throws Exception {
    TestingCore core = TestingCore.running();
    String company = core.newCompany().value();
    core.post(
            "/api/users",
            """
            {"name": "stranger", "password": "%s", "roles": ["sales", "storekeeper", "finance"]}
            """
                .formatted(PASSWORD))
        .expecting(201);
    Path description = folder.resolve("openapi.json");
    Files.writeString(description, core.get("/api/docs/openapi").expecting(200).body());

    Path classes = compiled(generated(description));

    Map<String, String> given =
        Map.of(
            "address",
            core.address().toString(),
            "user",
            "stranger",
            "password",
            PASSWORD,
            "company",
            company);
    assertThat(run(classes, given))
        .containsExactly(
            Map.entry("another version", "412 /problems/stale-version"),
            Map.entry("billed", "7.50 GBP"),
            Map.entry("delivered", "delivered"),
            Map.entry("open", "0.00"),
            Map.entry("placed", "201 7.50"),
            Map.entry("sent again", "the same"),
            Map.entry("wrong item", "422 /problems/invalid-input lines.1.item"));
  }

  /** The sources that the generator makes of the description, which it checks first. */
  private Path generated(Path description) throws IOException, InterruptedException {
    Path client = folder.resolve("client");
    Path said = folder.resolve("said");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            Path.of("target", "openapi-generator", "openapi-generator-cli.jar").toString(),
            "generate",
            "--input-spec=" + description,
            "--generator-name=java",
            "--library=native",
            "--output=" + client,
            "--additional-properties=openApiNullable=false,useJakartaEe=true,"
                + "invokerPackage=client,apiPackage=client.api,modelPackage=client.model",
            "--global-property=apis,models,supportingFiles,"
                + "apiTests=false,modelTests=false,apiDocs=false,modelDocs=false");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(said)).isZero();
    return client.resolve("src/main/java");
  }

  private Path compiled(Path client) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> generated = Files.walk(client);
        Stream<Path> written = Files.walk(Path.of("src", "test", "client"))) {
      Stream<Path> read =
          System.getProperty("client", "").equals("all")
              ? Stream.concat(generated, written)
              : written;
      List<Path> sources = read.filter(f -> f.toString().endsWith(".java")).toList();
      List<String> options =
          List.of(
              "-nowarn", "-proc:none", "-sourcepath", client.toString(), "-d", classes.toString());
      boolean isDone =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(isDone).as(said.toString()).isTrue();
    }
    return classes;
  }

  private static Map<String, String> run(Path classes, Map<String, String> given) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, GeneratedClientTest.class.getClassLoader())) {
      @SuppressWarnings("unchecked")
      UnaryOperator<Map<String, String>> program =
          (UnaryOperator<Map<String, String>>)
              loader
                  .loadClass("org.millrace.generated.OrderToCash")
                  .getDeclaredConstructor()
                  .newInstance();
      return program.apply(given);
    }
  }
}
