package org.millrace.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a party beyond its name. */
class PartyDetailsTest {
  @Test
  void numbersAreKeptWithoutBlanksDotsAndDashesWhereTheyAreChecked() {
    assertThat(new TaxNumber(TaxNumber.Kind.EU_VAT, "be 0428.759.497").number())
        .isEqualTo("BE0428759497");
    assertThat(new TaxNumber(TaxNumber.Kind.SOCIAL_CREDIT_CODE, "91110000-600037341l").number())
        .isEqualTo("91110000600037341L");
    assertThat(new TaxNumber(TaxNumber.Kind.OTHER, "143/815/08152").number())
        .isEqualTo("143/815/08152");
    assertThatThrownBy(() -> new TaxNumber(TaxNumber.Kind.EU_VAT, "DE136695978"))
        .hasMessageContaining("number is 'DE136695978', expected a VAT number of the EU");
    assertThatThrownBy(() -> new TaxNumber(TaxNumber.Kind.SOCIAL_CREDIT_CODE, "91110000600037342L"))
        .hasMessageContaining("expected 18 signs with the check sign of GB 32100");
  }

  @Test
  void anAccountHasAnIbanOrTheNumberOfItsBank() {
    BankAccount account = account("de89 3704 0044 0532 0130 00", null, "cobadeff");
    assertThat(account.number()).isEqualTo("DE89370400440532013000");
    assertThat(account.bic()).contains("COBADEFF");
    assertThat(account(null, "6222 0210 0111 6245 702", null).number())
        .isEqualTo("6222021001116245702");
    assertThatThrownBy(() -> account("DE89370400440532013001", null, null))
        .hasMessageContaining("iban is 'DE89370400440532013001', expected an IBAN with right");
    assertThatThrownBy(() -> account(null, null, null))
        .hasMessageContaining("an account number where there is none");
    assertThatThrownBy(() -> account(null, "1", "COBA"))
        .hasMessageContaining("bic is 'COBA', expected 8 or 11 signs");
  }

  private static BankAccount account(String iban, String number, String bic) {
    return new BankAccount(
        Optional.ofNullable(iban),
        Optional.ofNullable(number),
        Optional.ofNullable(bic),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "30, INVOICE_DATE, 2026-03-12, 2026-04-11",
    "30, END_OF_MONTH, 2026-03-12, 2026-04-30",
    "0, END_OF_MONTH, 2028-02-29, 2028-02-29",
    "10, END_OF_MONTH, 2026-01-31, 2026-02-10"
  })
  void invoicesAreDueByTheTerms(
      int days, PaymentTerms.DueFrom from, LocalDate invoiced, LocalDate due) {
    PaymentTerms terms =
        new PaymentTerms(days, Optional.of(from), Optional.empty(), Optional.empty());
    assertThat(terms.due(invoiced)).isEqualTo(due);
  }

  @Test
  void aDiscountHasDaysAndPercent() {
    assertThatThrownBy(
            () -> new PaymentTerms(30, Optional.empty(), Optional.of(10), Optional.empty()))
        .hasMessageContaining("discountPercent is '', expected days and percent");
    assertThatThrownBy(() -> terms("100")).hasMessageContaining("more than 0 and less than 100");
    assertThatThrownBy(() -> terms("0.00001")).hasMessageContaining("at most 4 decimals");
    assertThat(terms("2.50").discountPercent()).contains(new BigDecimal("2.5"));
  }

  private static PaymentTerms terms(String percent) {
    return new PaymentTerms(
        30, Optional.empty(), Optional.of(10), Optional.of(new BigDecimal(percent)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+49 89 1234567", "(0571) 8502-2088", "110", "+1 212 555 0100 ext. 12"})
  void phonesAreAsPeopleWriteThem(String phone) {
    assertThat(Contact.phone(phone)).isEqualTo(phone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"call me", "12", "++49", "-"})
  void phonesHaveDigits(String phone) {
    assertThatThrownBy(() -> Contact.phone(phone)).hasMessageContaining("+49 89 1234567");
  }

  @ParameterizedTest
  @ValueSource(strings = {"anna", "anna@example", "a b@example.com", "@example.com", "a@b..c"})
  void mailGoesToSomebodySomewhere(String email) {
    assertThatThrownBy(() -> Contact.email(email)).hasMessageContaining("anna@example.com");
  }

  @Test
  void countriesAreOfIso3166() {
    assertThat(new CountryCode("cn").value()).isEqualTo("CN");
    assertThatThrownBy(() -> new CountryCode("XX")).hasMessageContaining("two letters of ISO 3166");
    assertThatThrownBy(
            () ->
                new Address(
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new CountryCode("CN")))
        .hasMessageContaining("kinds is 'none', expected billing, delivery or registered");
  }
}
