package org.millrace.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The rules, each usable on any classes. */
final class Rules {
  private static final DescribedPredicate<JavaClass> ADAPTERS =
      simpleNameEndingWith("Http")
          .or(simpleNameEndingWith("Jdbc"))
          .or(simpleNameEndingWith("Smtp"))
          .or(simpleNameEndingWith("Wiring"))
          .or(DescribedPredicate.describe("inside one", Rules::isInsideAnAdapter))
          .as("adapters");

  private static final String[] FOUNDATION = {
    "org.millrace",
    "..settings..",
    "..database..",
    "..outbox..",
    "..web..",
    "..document..",
    "..access..",
    "..json.."
  };

  private Rules() {}

  static ArchRule onlyAdaptersKnowTheTechnology() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(FOUNDATION)
        .and(are(DescribedPredicate.not(ADAPTERS)))
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "java.sql..", "javax.sql..", "jakarta..", "org.postgresql..");
  }

  static ArchRule adaptersArePrivate() {
    return classes()
        .that()
        .haveSimpleNameEndingWith("Jdbc")
        .or()
        .haveSimpleNameEndingWith("Smtp")
        .or()
        .haveSimpleNameEndingWith("Http")
        .or()
        .haveSimpleNameEndingWith("Wiring")
        .should()
        .notBePublic();
  }

  static ArchRule noPackageIsNamedByKind() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("org.millrace.service..")
        .should()
        .resideInAnyPackage(
            "..controller..",
            "..repository..",
            "..dto..",
            "..model..",
            "..impl..",
            "..util..",
            "..utils..",
            "..common..",
            "..helper..",
            "..manager..",
            "..service..");
  }

  static ArchRule nothingIsCountedInFloats() {
    return noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("org.millrace.web")
        .and()
        .haveNameNotMatching("seconds|.*Seconds")
        .should()
        .haveRawType(double.class)
        .orShould()
        .haveRawType(float.class);
  }

  static ArchRule nothingGets() {
    return noMethods()
        .that(
            DescribedPredicate.not(
                DescribedPredicate.describe("foreign by name", Rules::isNamedElsewhere)))
        .should()
        .haveNameMatching("get[A-Z].*");
  }

  /** A method of a library's type, which we have to write under its name. */
  private static boolean isNamedElsewhere(JavaMethod method) {
    return method.getOwner().getAllRawInterfaces().stream()
            .anyMatch(type -> isForeign(type, method.getName()))
        || method.getOwner().getAllRawSuperclasses().stream()
            .anyMatch(type -> isForeign(type, method.getName()));
  }

  private static boolean isForeign(JavaClass type, String method) {
    return !type.getPackageName().startsWith("org.millrace")
        && type.getAllMethods().stream().anyMatch(m -> m.getName().equals(method));
  }

  /**
   * A condition handed to {@code require} is what is checked; a flag of a request is the wire's.
   */
  static ArchRule noMethodTakesASwitch() {
    return methods()
        .that()
        .areNotPrivate()
        .and()
        .doNotHaveName("require")
        .and()
        .doNotHaveName("beforeCommit") // Spring's
        .and()
        .areDeclaredInClassesThat()
        .haveSimpleNameNotEndingWith("Http")
        .should(takeNoBoolean());
  }

  private static ArchCondition<JavaMethod> takeNoBoolean() {
    return new ArchCondition<>("take no boolean") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean takes =
            method.getRawParameterTypes().stream().anyMatch(t -> t.isEquivalentTo(boolean.class));
        boolean written = !method.getModifiers().contains(JavaModifier.SYNTHETIC);
        if (takes && written) {
          events.add(SimpleConditionEvent.violated(method, method.getDescription()));
        }
      }
    };
  }

  private static boolean isInsideAnAdapter(JavaClass type) {
    return type.getEnclosingClass().map(outer -> ADAPTERS.test(outer)).orElse(false);
  }
}
