package org.millrace.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.schedule.Schedule;

/**
 * Calculations are plain Java: only jobs, and the package of the process, know Spark and the lake.
 */
class CalculationsTest {

  private static final ArchRule PLAIN_JAVA =
      noClasses()
          .that()
          .resideInAPackage("org.millrace.analytics.*..")
          .and()
          .haveNameNotMatching(".*Job([A-Z]\\w*)?(\\$.*)?")
          .and()
          .haveNameNotMatching(".*SalesDays")
          .and()
          .doNotHaveFullyQualifiedName(Schedule.class.getName())
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.spark..", "scala..", "io.delta..", "org.millrace.warehouse..");

  @Test
  void noCalculationKnowsSparkOrTheLake() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.millrace.analytics");

    assertThat(classes).hasSizeGreaterThan(20);
    PLAIN_JAVA.check(classes);
  }

  @Test
  void theRuleFindsACalculationThatKnowsSpark() {
    JavaClasses bad =
        new ClassFileImporter().importClasses(org.millrace.analytics.bad.SparkInside.class);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> PLAIN_JAVA.check(bad))
        .withMessageContaining(Row.class.getName());
  }
}
