package org.millrace.custom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.millrace.TestingMasters;
import org.millrace.document.custom.CustomType;

/** What custom fields may name: of a customer and a supplier, the one in his role alone. */
class RegisteredReferencesTest {
  private final TestingMasters masters = new TestingMasters();
  private final RegisteredReferences references =
      new RegisteredReferences(masters.parties(), masters.items());

  @ParameterizedTest
  @CsvSource({
    "CUSTOMER, SHOP, true",
    "CUSTOMER, STEEL, false",
    "CUSTOMER, NOBODY, false",
    "SUPPLIER, STEEL, true",
    "SUPPLIER, SHOP, false",
    "ITEM, BELL, true",
    "ITEM, FITTING, true",
    "ITEM, SHOP, false",
    "TEXT, SHOP, false"
  })
  void knowsWhatIsRegistered(CustomType type, String code, boolean isKnown) {
    assertThat(references.isKnown(TestingMasters.COMPANY, type, code)).isEqualTo(isKnown);
  }

  /** A type that names something new needs a way to look it up. */
  @ParameterizedTest
  @EnumSource(CustomType.class)
  void findsSomethingOfEachTypeThatNamesAnything(CustomType type) {
    boolean isAnyKnown =
        Stream.of("SHOP", "STEEL", "BELL")
            .anyMatch(code -> references.isKnown(TestingMasters.COMPANY, type, code));
    assertThat(isAnyKnown).isEqualTo(type.isReference());
  }
}
