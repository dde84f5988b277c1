package org.millrace.party.register;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.millrace.document.DocumentAnswer;
import org.millrace.document.DocumentEndpoints;
import org.millrace.document.DocumentHistory;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.party.RegionCode;
import org.millrace.party.Role;
import org.millrace.shared.CompanyCode;
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

  record NewParty(
      PartyCode code,
      String name,
      Set<Role> roles,
      String country,
      Optional<Boolean> walkIn,
      Optional<RegionCode> region,
      Optional<Instant> occurredAt) {
    Party party() {
      return new Party(code, name, roles, country, walkIn.orElse(false), region);
    }
  }

  record Change(
      String name,
      Set<Role> roles,
      String country,
      Optional<RegionCode> region,
      Optional<Instant> occurredAt) {
    Party of(Party before) {
      return new Party(before.code(), name, roles, country, before.walkIn(), region);
    }
  }

  @PostMapping
  @RequiresPermission("party.write")
  ResponseEntity<DocumentAnswer<Party>> register(
      @PathVariable CompanyCode company, @RequestBody NewParty asked) {
    companies.named(company);
    return created(
        register.registerNew(company, asked.party(), time.occurredAt(asked.occurredAt())));
  }

  @PutMapping("/{number}")
  @RequiresPermission("party.write")
  ResponseEntity<DocumentAnswer<Party>> change(Versioned<Party> party, @RequestBody Change asked) {
    return ok(
        register.change(party, asked.of(party.document()), time.occurredAt(asked.occurredAt())));
  }
}
