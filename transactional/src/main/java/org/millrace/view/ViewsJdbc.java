package org.millrace.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class ViewsJdbc implements Views {
  private static final String VIEWS =
      """
      select v.*, o.view is not null as opens from view.saved v
      left join view.opening o on o.view = v.id and o.user_name = ?
      where v.company = ?
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ViewsJdbc(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public List<SavedView> of(CompanyCode company, String page, String user) {
    return jdbc.sql(
            VIEWS
                + " and v.page = ? and (v.owner = ? or v.audience = 'company')"
                + " order by v.name, v.id")
        .params(user, company.value(), page, user)
        .query(this::view)
        .list();
  }

  @Override
  public Optional<SavedView> named(CompanyCode company, UUID id, String user) {
    return jdbc.sql(VIEWS + " and v.id = ?")
        .params(user, company.value(), id)
        .query(this::view)
        .optional();
  }

  @Override
  public void add(CompanyCode company, SavedView view) {
    try {
      jdbc.sql(
              """
              insert into view.saved(id, company, page, owner, name, audience, choices, version)
              values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
              """)
          .params(
              view.id(),
              company.value(),
              view.page(),
              view.owner(),
              view.name(),
              audience(view),
              json.writeValueAsString(view.choices()),
              view.version().number())
          .update();
    } catch (DuplicateKeyException taken) {
      throw taken(view);
    }
  }

  @Override
  public void put(CompanyCode company, SavedView next) {
    int put;
    try {
      put =
          jdbc.sql(
                  """
                  update view.saved set name = ?, audience = ?, choices = ?::jsonb, version = ?
                  where company = ? and id = ? and version = ? - 1
                  """)
              .params(
                  next.name(),
                  audience(next),
                  json.writeValueAsString(next.choices()),
                  next.version().number(),
                  company.value(),
                  next.id(),
                  next.version().number())
              .update();
    } catch (DuplicateKeyException taken) {
      throw taken(next);
    }
    if (put == 0) {
      throw Refused.stale(
          "The view %s was changed by somebody else just now. Read it again.".formatted(next.id()));
    }
    if (next.audience() == SavedView.Audience.OWNER) {
      jdbc.sql("delete from view.opening where view = ? and user_name <> ?")
          .params(next.id(), next.owner())
          .update();
    }
  }

  @Override
  public void remove(CompanyCode company, UUID id) {
    jdbc.sql("delete from view.opening where view = ?").param(id).update();
    jdbc.sql("delete from view.saved where company = ? and id = ?")
        .params(company.value(), id)
        .update();
  }

  @Override
  public void open(CompanyCode company, String page, String user, Optional<UUID> view) {
    jdbc.sql("delete from view.opening where company = ? and page = ? and user_name = ?")
        .params(company.value(), page, user)
        .update();
    view.ifPresent(
        id ->
            jdbc.sql(
                    """
                    insert into view.opening(company, page, user_name, view) values (?, ?, ?, ?)
                    on conflict (company, page, user_name) do update set view = excluded.view
                    """)
                .params(company.value(), page, user, id)
                .update());
  }

  private static Refused taken(SavedView view) {
    return Refused.conflict(
        "You have another view of %s by the name '%s'. Choose another name."
            .formatted(view.page(), view.name()));
  }

  private static String audience(SavedView view) {
    return view.audience().name().toLowerCase(Locale.ROOT);
  }

  private SavedView view(ResultSet row, int index) throws SQLException {
    return new SavedView(
        row.getObject("id", UUID.class),
        row.getString("page"),
        row.getString("name"),
        row.getString("owner"),
        SavedView.Audience.valueOf(row.getString("audience").toUpperCase(Locale.ROOT)),
        row.getBoolean("opens"),
        json.readValue(row.getString("choices"), Choices.class),
        new Version(row.getLong("version")));
  }
}
