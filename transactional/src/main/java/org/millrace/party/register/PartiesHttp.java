package org.millrace.party.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.together.MadeTogether;
import org.millrace.party.Address;
import org.millrace.party.BankAccount;
import org.millrace.party.Companies;
import org.millrace.party.Contact;
import org.millrace.party.CustomerGroup;
import org.millrace.party.Party;
import org.millrace.party.PartyAct;
import org.millrace.party.PartyCode;
import org.millrace.party.PaymentTerms;
import org.millrace.party.RegionCode;
import org.millrace.party.Role;
import org.millrace.party.TaxNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money.Amount;
import org.millrace.web.BusinessTime;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresPermission("party.read")
@RequestMapping("/api/companies/{company}/parties")
class PartiesHttp extends DocumentEndpoints<Party, PartyCode> {
  private final RegisterParties register;
  private final Companies companies;
  private final BusinessTime time;

  PartiesHttp(
      Documents<Party> parties,
      DocumentHistory history,
      RegisterParties register,
      Companies companies,
      BusinessTime time) {
    super(parties, history);
    this.register = register;
    this.companies = companies;
    this.time = time;
  }

  /** What is known of a new party; all but code, name, roles and country may lack. */
  record NewParty(
      PartyCode code,
      String name,
      Set<Role> roles,
      String country,
      Optional<Boolean> walkIn,
      Optional<RegionCode> region,
      Optional<String> legalName,
      Optional<Party.Language> language,
      Optional<CustomerGroup> customerGroup,
      Optional<String> phone,
      Optional<String> email,
      Optional<String> webSite,
      Optional<String> paymentReference,
      Optional<PaymentTerms> terms,
      @Amount Optional<BigDecimal> creditLimit,
      Optional<Currency> salesCurrency,
      Optional<Party.DispatchPriority> dispatchPriority,
      Optional<List<Address>> addresses,
      Optional<List<Contact>> contacts,
      Optional<List<TaxNumber>> taxNumbers,
      Optional<List<BankAccount>> bankAccounts,
      Optional<Instant> occurredAt) {
    Party party() {
      return new Party(
          code,
          name,
          roles,
          country,
          walkIn.orElse(false),
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
          Optional.empty(),
          addresses.orElse(List.of()),
          contacts.orElse(List.of()),
          taxNumbers.orElse(List.of()),
          bankAccounts.orElse(List.of()));
    }
  }

  /** What is left out falls away, but for the lists: they stay. */
  record Change(
      String name,
      Set<Role> roles,
      String country,
      Optional<RegionCode> region,
      Optional<String> legalName,
      Optional<Party.Language> language,
      Optional<CustomerGroup> customerGroup,
      Optional<String> phone,
      Optional<String> email,
      Optional<String> webSite,
      Optional<String> paymentReference,
      Optional<PaymentTerms> terms,
      @Amount Optional<BigDecimal> creditLimit,
      Optional<Currency> salesCurrency,
      Optional<Party.DispatchPriority> dispatchPriority,
      Optional<List<Address>> addresses,
      Optional<List<Contact>> contacts,
      Optional<List<TaxNumber>> taxNumbers,
      Optional<List<BankAccount>> bankAccounts,
      Optional<Instant> occurredAt) {
    Party of(Party before) {
      return new Party(
          before.code(),
          name,
          roles,
          country,
          before.walkIn(),
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
          before.mergedInto(),
          addresses.orElse(before.addresses()),
          contacts.orElse(before.contacts()),
          taxNumbers.orElse(before.taxNumbers()),
          bankAccounts.orElse(before.bankAccounts()));
    }
  }

  /** All addresses from now on. */
  record Addresses(List<Address> addresses, Optional<Instant> occurredAt) {}

  /** All contacts from now on. */
  record Contacts(List<Contact> contacts, Optional<Instant> occurredAt) {}

  /** All tax numbers from now on. */
  record TaxNumbers(List<TaxNumber> taxNumbers, Optional<Instant> occurredAt) {}

  /** All bank accounts from now on. */
  record Accounts(List<BankAccount> bankAccounts, Optional<Instant> occurredAt) {}

  @PostMapping
  @RequiresPermission("party.write")
  @MadeTogether
  ResponseEntity<DocumentAnswer<Party>> register(
      @PathVariable CompanyCode company, @RequestBody NewParty asked) {
    companies.named(company);
    return created(
        register.registerNew(company, asked.party(), time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("party.write")
  ResponseEntity<DocumentAnswer<Party>> change(Versioned<Party> party, @RequestBody Change asked) {
    return changed(party, PartyAct.CHANGE, asked.of(party.document()), asked.occurredAt());
  }

  @PutMapping("/{number}/addresses")
  @RequiresPermission("party.write")
  ResponseEntity<DocumentAnswer<Party>> addresses(
      Versioned<Party> party, @RequestBody Addresses asked) {
    Party after = party.document().withAddresses(asked.addresses());
    return changed(party, PartyAct.ADDRESSES, after, asked.occurredAt());
  }

  @PutMapping("/{number}/contacts")
  @RequiresPermission("party.write")
  ResponseEntity<DocumentAnswer<Party>> contacts(
      Versioned<Party> party, @RequestBody Contacts asked) {
    Party after = party.document().withContacts(asked.contacts());
    return changed(party, PartyAct.CONTACTS, after, asked.occurredAt());
  }

  @PutMapping("/{number}/tax-numbers")
  @RequiresPermission("party.write")
  ResponseEntity<DocumentAnswer<Party>> taxNumbers(
      Versioned<Party> party, @RequestBody TaxNumbers asked) {
    Party after = party.document().withTaxNumbers(asked.taxNumbers());
    return changed(party, PartyAct.TAX_NUMBERS, after, asked.occurredAt());
  }

  @PutMapping("/{number}/bank-accounts")
  @RequiresPermission("party.write")
  ResponseEntity<DocumentAnswer<Party>> bankAccounts(
      Versioned<Party> party, @RequestBody Accounts asked) {
    Party after = party.document().withBankAccounts(asked.bankAccounts());
    return changed(party, PartyAct.BANK_ACCOUNTS, after, asked.occurredAt());
  }

  private ResponseEntity<DocumentAnswer<Party>> changed(
      Versioned<Party> before, PartyAct act, Party after, Optional<Instant> occurredAt) {
    return ok(register.change(before, act, after, time.occurredAt(occurredAt)));
  }
}
