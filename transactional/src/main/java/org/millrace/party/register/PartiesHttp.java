package org.millrace.party.register;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.millrace.party.Companies;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.party.Role;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.millrace.web.BusinessTime;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/parties")
class PartiesHttp {
  private final RegisterParties register;
  private final PartiesJdbc parties;
  private final Companies companies;
  private final BusinessTime time;

  PartiesHttp(
      RegisterParties register, PartiesJdbc parties, Companies companies, BusinessTime time) {
    this.register = register;
    this.parties = parties;
    this.companies = companies;
    this.time = time;
  }

  record NewParty(
      PartyCode code,
      String name,
      Set<Role> roles,
      String country,
      Optional<Boolean> walkIn,
      Optional<Instant> occurredAt) {
    Party party() {
      return new Party(code, name, roles, country, walkIn.orElse(false));
    }
  }

  record Change(String name, Set<Role> roles, String country, Optional<Instant> occurredAt) {}

  @GetMapping
  @RequiresPermission("party.read")
  Page<Party> list(
      @PathVariable CompanyCode company,
      @RequestParam Optional<String> search,
      @RequestParam(defaultValue = "1") int page) {
    companies.named(company);
    PageRequest asked = new PageRequest(search, page);
    return asked.page(parties.page(company, asked).stream().map(PartiesJdbc.Kept::party).toList());
  }

  @GetMapping("/{code}")
  @RequiresPermission("party.read")
  ResponseEntity<Party> one(@PathVariable CompanyCode company, @PathVariable PartyCode code) {
    PartiesJdbc.Kept kept = parties.kept(company, code);
    return Replies.ok(kept.party(), kept.version());
  }

  @PostMapping
  @RequiresPermission("party.write")
  ResponseEntity<Party> register(@PathVariable CompanyCode company, @RequestBody NewParty asked) {
    companies.named(company);
    register.registerNew(company, asked.party(), time.occurredAt(asked.occurredAt()));
    return Replies.created(asked.party(), new Version(1));
  }

  @PutMapping("/{code}")
  @RequiresPermission("party.write")
  ResponseEntity<Party> change(
      @PathVariable CompanyCode company,
      @PathVariable PartyCode code,
      @RequestHeader("If-Match") Version expected,
      @RequestBody Change asked) {
    boolean walkIn = parties.kept(company, code).party().walkIn();
    Party party = new Party(code, asked.name(), asked.roles(), asked.country(), walkIn);
    Version now = register.change(company, party, expected, time.occurredAt(asked.occurredAt()));
    return Replies.ok(party, now);
  }
}
