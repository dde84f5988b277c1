package org.millrace.crm.campaign;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.millrace.crm.Campaign;
import org.millrace.crm.CampaignCode;
import org.millrace.crm.CampaignStatus;
import org.millrace.item.ItemCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CampaignsJdbc implements Campaigns {
  private final JdbcClient jdbc;

  CampaignsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(KeptCampaign planned) {
    Campaign campaign = planned.campaign();
    int added =
        jdbc.sql(
                """
                insert into crm.campaign values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (company, code) do nothing
                """)
            .params(
                planned.company().value(),
                campaign.code().value(),
                campaign.name(),
                word(campaign.status()),
                campaign.startsOn(),
                campaign.endsOn(),
                campaign.budget().map(Money::amount).orElse(null),
                campaign.currency().getCurrencyCode(),
                campaign.items().stream().map(ItemCode::value).toArray(String[]::new),
                planned.version().number())
            .update();
    if (added == 0) {
      throw Refused.conflict(
          "There is a campaign %s in company %s already. Choose another code."
              .formatted(campaign.code(), planned.company()));
    }
  }

  @Override
  public void change(KeptCampaign changed) {
    int found =
        jdbc.sql(
                """
                update crm.campaign set status = ?, ends_on = ?, version = ?
                where company = ? and code = ? and version = ?
                """)
            .params(
                word(changed.campaign().status()),
                changed.campaign().endsOn(),
                changed.version().number(),
                changed.company().value(),
                changed.campaign().code().value(),
                changed.version().number() - 1)
            .update();
    if (found == 0) {
      throw Refused.stale(
          "Campaign %s was changed by somebody else just now. Read it again and repeat the change."
              .formatted(changed.campaign().code()));
    }
  }

  @Override
  public KeptCampaign named(CompanyCode company, CampaignCode code) {
    return jdbc.sql("select * from crm.campaign where company = ? and code = ?")
        .params(company.value(), code.value())
        .query((row, i) -> kept(row))
        .optional()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "There is no campaign %s in company %s. Look it up in the list of campaigns."
                        .formatted(code, company)));
  }

  @Override
  public Page<Campaign> page(CompanyCode company, PageRequest request) {
    return request.page(
        jdbc.sql(
                """
                select * from crm.campaign
                where company = :company and (code ilike :pattern or name ilike :pattern
                  or status ilike :pattern or array_to_string(items, ' ') ilike :pattern)
                order by starts_on desc, code limit :limit offset :offset
                """)
            .param("company", company.value())
            .param("pattern", request.pattern())
            .param("limit", request.limit())
            .param("offset", request.offset())
            .query((row, i) -> kept(row).campaign())
            .list());
  }

  private static KeptCampaign kept(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    Optional<BigDecimal> budget = Optional.ofNullable(row.getBigDecimal("budget"));
    Campaign campaign =
        new Campaign(
            new CampaignCode(row.getString("code")),
            row.getString("name"),
            CampaignStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
            row.getObject("starts_on", LocalDate.class),
            row.getObject("ends_on", LocalDate.class),
            currency,
            Arrays.stream((String[]) row.getArray("items").getArray()).map(ItemCode::new).toList(),
            budget.map(amount -> Money.of(amount, currency)));
    return new KeptCampaign(
        new CompanyCode(row.getString("company")), campaign, new Version(row.getLong("version")));
  }

  private static String word(CampaignStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
