package org.millrace.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.millrace.document.DocumentKind;
import org.millrace.document.list.Ranked;
import org.millrace.shared.Code;
import org.millrace.shared.Money.Amount;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;

/**
 * A customer, a supplier or both, or the company itself. The country is its plain name; a walk-in
 * party stands for all customers of a country who did not say who they are. A customer may be in a
 * region, the sales territory of those who sell to him. The credit limit is in the currency of the
 * company. Offers to a customer and his orders are in his sales currency, where one is agreed, and
 * his orders have his dispatch priority, unless they name another. One that was merged into another
 * is named by older documents alone.
 */
public record Party(
    PartyCode code,
    String name,
    Set<Role> roles,
    String country,
    boolean walkIn,
    Optional<RegionCode> region,
    Optional<String> legalName,
    Optional<Language> language,
    Optional<CustomerGroup> customerGroup,
    Optional<String> phone,
    Optional<String> email,
    Optional<String> webSite,
    Optional<String> paymentReference,
    Optional<PaymentTerms> terms,
    @Amount Optional<BigDecimal> creditLimit,
    Optional<Currency> salesCurrency,
    Optional<DispatchPriority> dispatchPriority,
    Optional<PartyCode> mergedInto,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Address> addresses,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Contact> contacts,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TaxNumber> taxNumbers,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BankAccount> bankAccounts) {
  /** Stored in party.party, its lists in tables of their own. */
  public static final DocumentKind<Party> KIND =
      DocumentKind.of(Party.class, "party", "party")
          .lines("addresses", "party.address", "party")
          .lines("contacts", "party.contact", "party")
          .lines("taxNumbers", "party.tax_number", "party")
          .lines("bankAccounts", "party.bank_account", "party")
          .searched(
              "code",
              "name",
              "country",
              "legalName",
              "phone",
              "email",
              "webSite",
              "paymentReference",
              "addresses.street",
              "addresses.postalCode",
              "addresses.city",
              "contacts.name",
              "contacts.phone",
              "contacts.email",
              "taxNumbers.number",
              "bankAccounts.iban",
              "bankAccounts.accountNumber")
          .inRegion("region")
          .steps(PartyAct.values(), Party::refusal)
          .build();

  private static final int LONGEST = 200;
  private static final int LIMIT_DECIMALS = 2;

  /** In which language papers for a party are written. */
  public enum Language {
    ZH,
    EN
  }

  /** Which of two orders that are wanted on the same day is dispatched first. */
  public enum DispatchPriority implements Ranked {
    URGENT,
    HIGH,
    NORMAL,
    LOW
  }

  public Party {
    name = Code.checked("name", "party name", name, LONGEST);
    country = Code.checked("country", country, 80);
    legalName = legalName.map(text -> Code.checked("legalName", text, LONGEST));
    phone = phone.map(Contact::phone);
    email = email.map(Contact::email);
    webSite = webSite.map(text -> Code.checked("webSite", text, LONGEST));
    paymentReference = paymentReference.map(text -> Code.checked("paymentReference", text, 140));
    creditLimit = creditLimit.map(PlainNumber::of);
    boolean isOther = mergedInto.filter(code::equals).isEmpty();
    new Problems()
        .require(!roles.isEmpty(), "roles", roles, "customer, supplier or both")
        .require(
            region.isEmpty() || roles.contains(Role.CUSTOMER),
            "region",
            region.map(RegionCode::value).orElse(""),
            "none without the role customer")
        .require(
            customerGroup.isEmpty() || roles.contains(Role.CUSTOMER),
            "customerGroup",
            customerGroup.map(CustomerGroup::value).orElse(""),
            "none without the role customer")
        .require(
            creditLimit.filter(limit -> !isLimit(limit)).isEmpty(),
            "creditLimit",
            creditLimit.map(BigDecimal::toString).orElse(""),
            "0 or more, with at most " + LIMIT_DECIMALS + " decimals")
        .require(isOther, "mergedInto", code, "another party than the one that is merged")
        .refuse("The party " + code + " cannot be used");
    roles = Collections.unmodifiableSet(new TreeSet<>(roles));
    addresses = List.copyOf(addresses);
    contacts = List.copyOf(contacts);
    taxNumbers = List.copyOf(taxNumbers);
    bankAccounts = List.copyOf(bankAccounts);
  }

  /** One of whom nothing more is known. */
  public Party(
      PartyCode code,
      String name,
      Set<Role> roles,
      String country,
      boolean walkIn,
      Optional<RegionCode> region) {
    this(
        code,
        name,
        roles,
        country,
        walkIn,
        region,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** A customer with a name. */
  public static Party customer(PartyCode code, String name, String country) {
    return new Party(code, name, Set.of(Role.CUSTOMER), country, false, Optional.empty());
  }

  /** All customers of a country who did not say who they are. */
  public static Party walkIn(String country) {
    return new Party(
        new PartyCode("WALK-IN " + country),
        "Walk-in " + country,
        Set.of(Role.CUSTOMER),
        country,
        true,
        Optional.empty());
  }

  private static boolean isLimit(BigDecimal limit) {
    return limit.signum() >= 0 && limit.scale() <= LIMIT_DECIMALS;
  }

  /** Whether new documents of that side may name it. */
  public boolean actsAs(Role role) {
    return roles.contains(role) && mergedInto.isEmpty();
  }

  /** Why an act is not possible; empty when it is. */
  public Optional<String> refusal(PartyAct act) {
    return mergedInto.map(
        other ->
            "Party %s was merged into %s and cannot %s. Work with that one."
                .formatted(code, other, act.words()));
  }

  /** The same with these addresses. */
  public Party withAddresses(List<Address> others) {
    return with(others, contacts, taxNumbers, bankAccounts);
  }

  /** The same with these contacts. */
  public Party withContacts(List<Contact> others) {
    return with(addresses, others, taxNumbers, bankAccounts);
  }

  /** The same with these tax numbers. */
  public Party withTaxNumbers(List<TaxNumber> others) {
    return with(addresses, contacts, others, bankAccounts);
  }

  /** The same with these bank accounts. */
  public Party withBankAccounts(List<BankAccount> others) {
    return with(addresses, contacts, taxNumbers, others);
  }

  private Party with(
      List<Address> newAddresses,
      List<Contact> newContacts,
      List<TaxNumber> newTaxNumbers,
      List<BankAccount> newBankAccounts) {
    return with(mergedInto, newAddresses, newContacts, newTaxNumbers, newBankAccounts);
  }

  /** The same, merged into another one or into none. */
  public Party withMergedInto(Optional<PartyCode> other) {
    return with(other, addresses, contacts, taxNumbers, bankAccounts);
  }

  private Party with(
      Optional<PartyCode> newMergedInto,
      List<Address> newAddresses,
      List<Contact> newContacts,
      List<TaxNumber> newTaxNumbers,
      List<BankAccount> newBankAccounts) {
    return new Party(
        code,
        name,
        roles,
        country,
        walkIn,
        region,
        legalName,
        language,
        customerGroup,
        phone,
        email,
        webSite,
        paymentReference,
        terms,
        creditLimit,
        salesCurrency,
        dispatchPriority,
        newMergedInto,
        newAddresses,
        newContacts,
        newTaxNumbers,
        newBankAccounts);
  }
}
