package org.millrace.party.checkdigit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Published numbers with the right and a wrong check digit: those of the documentation of
 * python-stdnum 2.2, of the SWIFT registry and of GB 32100.
 */
class CheckDigitsTest {
  private static final List<String> RIGHT =
      List.of(
          "ATU13585627",
          "BE0428759497",
          "BG175074752",
          "CY10259033P",
          "CZ25123891",
          "CZ7103192745",
          "CZ640903926",
          "DE136695976",
          "DK13585628",
          "EE100594102",
          "EL094259216",
          "ESB64717838",
          "ES54362315K",
          "ESX5253868R",
          "ESM1234567L",
          "FI20774740",
          "FR23334175221",
          "FRK7399859412",
          "FR4Z123456782",
          "HR33392005961",
          "HU12892312",
          "IE6433435F",
          "IE6433435OA",
          "IE8D79739I",
          "IT00743110157",
          "LT119511515",
          "LT100001919017",
          "LT100004801610",
          "LU15027442",
          "LV40003521600",
          "LV16117519997",
          "MT11679112",
          "NL004495445B01",
          "NL002455799B11",
          "PL8567346215",
          "PT501964843",
          "RO18547290",
          "SE123456789701",
          "SI50223054",
          "SK2022749619",
          "XI980780684");

  @Test
  void ofVatNumbersOfEveryMemberStateAreRight() {
    assertThat(RIGHT).allSatisfy(number -> assertThat(VatNumbers.isValid(number)).isTrue());
    Set<String> tried =
        RIGHT.stream().map(n -> n.substring(0, 2)).collect(Collectors.toCollection(TreeSet::new));
    assertThat(tried).isEqualTo(new TreeSet<>(VatNumbers.countries())).hasSize(28);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ATU13585626",
        "BE0431150351",
        "BG175074751",
        "CY10259033Z",
        "CZ25123890",
        "DE136695978",
        "DK13585627",
        "EE100594103",
        "EL123456781",
        "ESB64717839",
        "FI20774741",
        "FR84323140391",
        "FRIO334175221",
        "HR33392005962",
        "HU12892313",
        "IE6433435E",
        "IE8?79739J",
        "IT00743110158",
        "LT100001919018",
        "LU15027443",
        "LV40003521601",
        "MT11679113",
        "NL123456789B90",
        "PL8567346216",
        "PT501964842",
        "RO18547291",
        "SE123456789101",
        "SI50223055",
        "SK2022749618",
        "XI802311781",
        "US123456789",
        "DE",
        "DE13669597",
        "DEX36695976"
      })
  void ofVatNumbersAreWrong(String number) {
    assertThat(VatNumbers.isValid(number)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GB82WEST12345698765432",
        "DE89370400440532013000",
        "FR1420041010050500013M02606",
        "NO9386011117947",
        "MT84MALT011000012345MTLCAST001S",
        "CH9300762011623852957",
        "BR1800360305000010009795493C1"
      })
  void ofIbansAreRightAndChangeWithAnySign(String iban) {
    assertThat(Iban.isValid(iban)).isTrue();
    assertThat(Iban.isValid(iban + "0")).isFalse();
    for (int i = 2; i < iban.length(); i++) {
      char other = iban.charAt(i) == '7' ? '8' : '7';
      assertThat(Iban.isValid(iban.substring(0, i) + other + iban.substring(i + 1))).isFalse();
    }
  }

  @Test
  void ofIbansOfCountriesWithoutAreWrong() {
    assertThat(Iban.isValid("CN82WEST12345698765432")).isFalse();
    assertThat(Iban.isValid("")).isFalse();
    assertThat(Iban.isValid("gb82west12345698765432")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"91110000600037341L", "91310000775785552L", "91330100799655058B"})
  void ofSocialCreditCodesAreRight(String code) {
    assertThat(CreditCode.isValid(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91110000600037342L",
        "9111000060003734IL",
        "91110000600037341",
        "９1110000600037341L"
      })
  void ofSocialCreditCodesAreWrong(String code) {
    assertThat(CreditCode.isValid(code)).isFalse();
  }
}
