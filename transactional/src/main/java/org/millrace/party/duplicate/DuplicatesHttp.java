package org.millrace.party.duplicate;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListOf;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;
import org.millrace.web.RequiresPermission;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposes parties that may be one; pairs of which a merge was rejected are not proposed again. */
@RestController
class DuplicatesHttp {
  private static final String PAIRS =
      """
      with known as (
        select code, name, phone, email from party.party
        where company = ? and not walk_in and merged_into is null),
      pair(one, two, reason, score) as (
        select a.code, b.code, 'name',
          round(document.similarity(lower(a.name), lower(b.name))::numeric, 3)
        from known a join known b
          on a.code < b.code and lower(a.name) operator(document.%) lower(b.name)
        where document.similarity(lower(a.name), lower(b.name)) >= 0.5
        union all
        select a.party, b.party, 'tax-number', 1
        from party.tax_number a
        join party.tax_number b
          on b.company = a.company and b.number = a.number and a.party < b.party
        where a.company = ?
        union all
        select a.party, b.party, 'bank-account', 1
        from party.bank_account a
        join party.bank_account b
          on b.company = a.company and a.party < b.party
          and coalesce(b.iban, b.account_number) = coalesce(a.iban, a.account_number)
        where a.company = ?
        union all
        select a.code, b.code, 'phone', 0.9
        from known a join known b
          on a.code < b.code
          and right(regexp_replace(a.phone, '\\D', '', 'g'), 9)
            = right(regexp_replace(b.phone, '\\D', '', 'g'), 9)
        union all
        select a.code, b.code, 'email', 0.95
        from known a join known b on a.code < b.code and lower(a.email) = lower(b.email))
      select p.one as party, a.name as party_name, p.two as other, b.name as other_name,
        array_agg(distinct p.reason) as reasons, max(p.score) as score
      from pair p
      join known a on a.code = p.one
      join known b on b.code = p.two
      where not exists (
        select 1 from party.merge m
        where m.company = ? and m.status = 'rejected'
          and (m.party, m.other) in ((p.one, p.two), (p.two, p.one)))
      group by p.one, a.name, p.two, b.name
      """;

  private final RowLists lists;
  private final Companies companies;
  private final Parties parties;

  DuplicatesHttp(RowLists lists, Companies companies, Parties parties) {
    this.lists = lists;
    this.companies = companies;
    this.parties = parties;
  }

  /** One party, and the pairs that it is in. */
  record Answer(PartyCode party, String partyName, List<Duplicate> duplicates) {}

  @GetMapping("/api/companies/{company}/party/duplicates")
  @RequiresPermission("party.read")
  @ListOf(Duplicate.class)
  ListAnswer<Duplicate> all(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    companies.named(company);
    return page(company, ListRequest.of(query));
  }

  @GetMapping("/api/companies/{company}/party/duplicates/{party}")
  @RequiresPermission("party.read")
  Answer of(@PathVariable CompanyCode company, @PathVariable PartyCode party) {
    String name = parties.named(company, party).name();
    return new Answer(
        party,
        name,
        Stream.of("party", "other")
            .map(side -> ListRequest.having(Map.of(side, party.value())))
            .flatMap(request -> page(company, request).rows().stream())
            .toList());
  }

  private ListAnswer<Duplicate> page(CompanyCode company, ListRequest request) {
    String code = company.value();
    return lists.page(Duplicate.class, Rows.of(company, PAIRS, code, code, code), request);
  }
}
