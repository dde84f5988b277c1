package org.millrace.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millrace.Core;
import org.springframework.modulith.core.ApplicationModules;

class RulesTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.millrace");
  private static final JavaClasses WRONG = new ClassFileImporter().importPackages("example.leaks");

  static Stream<ArchRule> rules() {
    return Stream.of(
        Rules.onlyAdaptersKnowTheTechnology(),
        Rules.adaptersArePrivate(),
        Rules.noPackageIsNamedByKind(),
        Rules.nothingIsCountedInFloats(),
        Rules.nothingGets(),
        Rules.noMethodTakesASwitch());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holdsInOurClasses(ArchRule rule) {
    rule.check(OURS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void bitesOnTheCounterExample(ArchRule rule) {
    assertThatThrownBy(() -> rule.check(WRONG))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("example.leaks");
  }

  @Test
  void importsFollowTheLadderWithoutCycles() {
    ApplicationModules.of(Core.class).verify();
  }

  @Test
  void bitesOnAModuleThatImportsOneAboveIt() {
    ImportOption everything = location -> true;
    assertThatThrownBy(() -> ApplicationModules.of("example.ladder", everything).verify())
        .hasMessageContaining("lower")
        .hasMessageContaining("upper");
  }
}
