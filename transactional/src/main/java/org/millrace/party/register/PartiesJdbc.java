package org.millrace.party.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.party.Role;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.millrace.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PartiesJdbc {
  private final JdbcClient jdbc;

  PartiesJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Kept(Party party, Version version) {}

  Map<PartyCode, Party> named(CompanyCode company, Collection<PartyCode> codes) {
    return jdbc
        .sql("select * from party.party where company = ? and code = any(?)")
        .params(company.value(), codes.stream().map(PartyCode::value).toArray(String[]::new))
        .query((row, n) -> kept(row).party())
        .list()
        .stream()
        .collect(Collectors.toMap(Party::code, Function.identity()));
  }

  List<Kept> page(CompanyCode company, PageRequest page) {
    return jdbc.sql(
            """
            select * from party.party
            where company = ? and (code ilike ? or name ilike ? or country ilike ?)
            order by code limit ? offset ?
            """)
        .params(
            company.value(),
            page.pattern(),
            page.pattern(),
            page.pattern(),
            page.limit(),
            page.offset())
        .query((row, n) -> kept(row))
        .list();
  }

  Kept kept(CompanyCode company, PartyCode code) {
    return jdbc.sql("select * from party.party where company = ? and code = ?")
        .params(company.value(), code.value())
        .query((row, n) -> kept(row))
        .optional()
        .orElseThrow(() -> absent(company, code));
  }

  /** The code of one that differs in capital and small letters at most. */
  Optional<PartyCode> alike(CompanyCode company, PartyCode code) {
    return jdbc.sql(
            "select code from party.party where company = ? and lower(code) = lower(?) limit 1")
        .params(company.value(), code.value())
        .query((row, n) -> new PartyCode(row.getString("code")))
        .optional();
  }

  /** Adds those whose code is new and says which; in the order of their codes, against deadlock. */
  Set<PartyCode> add(CompanyCode company, Collection<Party> parties) {
    List<Party> sorted =
        parties.stream().sorted(Comparator.comparing(p -> p.code().value())).toList();
    return new HashSet<>(
        jdbc.sql(
                """
                insert into party.party (company, code, name, roles, country, walk_in)
                select ?, code, name, string_to_array(roles, ','), country, walk_in
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[])
                  as p (code, name, roles, country, walk_in)
                on conflict (company, code) do nothing returning code
                """)
            .params(
                company.value(),
                texts(sorted, p -> p.code().value()),
                texts(sorted, Party::name),
                texts(sorted, p -> String.join(",", words(p.roles()))),
                texts(sorted, Party::country),
                sorted.stream().map(Party::walkIn).toArray(Boolean[]::new))
            .query((row, n) -> new PartyCode(row.getString("code")))
            .list());
  }

  /** The version of a party that nobody else can change until this transaction ends. */
  long lockedVersion(CompanyCode company, PartyCode code) {
    return jdbc.sql("select version from party.party where company = ? and code = ? for update")
        .params(company.value(), code.value())
        .query(Long.class)
        .optional()
        .orElseThrow(() -> absent(company, code));
  }

  void change(CompanyCode company, Party party) {
    jdbc.sql(
            """
            update party.party
            set name = ?, roles = ?, country = ?, walk_in = ?, version = version + 1
            where company = ? and code = ?
            """)
        .params(
            party.name(),
            words(party.roles()),
            party.country(),
            party.walkIn(),
            company.value(),
            party.code().value())
        .update();
  }

  private static Refused absent(CompanyCode company, PartyCode code) {
    return Refused.notFound(
        "Company " + company + " has no party " + code + ": register it first.");
  }

  private static String[] texts(List<Party> parties, Function<Party, String> column) {
    return parties.stream().map(column).toArray(String[]::new);
  }

  private static String[] words(Set<Role> roles) {
    return roles.stream().map(r -> r.name().toLowerCase(Locale.ROOT)).toArray(String[]::new);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    Set<Role> roles =
        Arrays.stream((String[]) row.getArray("roles").getArray())
            .map(r -> Role.valueOf(r.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet());
    Party party =
        new Party(
            new PartyCode(row.getString("code")),
            row.getString("name"),
            roles,
            row.getString("country"),
            row.getBoolean("walk_in"));
    return new Kept(party, new Version(row.getLong("version")));
  }
}
