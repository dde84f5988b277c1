package org.millrace.planning.settings;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.millrace.party.Companies;
import org.millrace.planning.settings.PlanningSettings.OfClass;
import org.millrace.planning.settings.PlanningSettings.ServiceLevels;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.millrace.web.BusinessTime;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/companies/{company}/planning/settings")
class SettingsHttp {
  private final SetSettings set;
  private final SettingsJdbc settings;
  private final Companies companies;
  private final BusinessTime time;

  SettingsHttp(SetSettings set, SettingsJdbc settings, Companies companies, BusinessTime time) {
    this.set = set;
    this.settings = settings;
    this.companies = companies;
    this.time = time;
  }

  /** All of the settings; what is left out becomes the default. */
  record Setting(
      Optional<Integer> frozenDays,
      Optional<List<DayOfWeek>> workingDays,
      Optional<List<PlanningSettings.Holiday>> holidays,
      Optional<Levels> serviceLevels,
      Optional<Instant> occurredAt) {
    PlanningSettings settings() {
      PlanningSettings defaults = PlanningSettings.DEFAULTS;
      return new PlanningSettings(
          frozenDays.orElse(defaults.frozenDays()),
          workingDays.orElse(defaults.workingDays()),
          holidays.orElse(defaults.holidays()),
          serviceLevels.map(Levels::levels).orElse(defaults.serviceLevels()));
    }
  }

  record Levels(Optional<ClassLevels> a, Optional<ClassLevels> b, Optional<ClassLevels> c) {
    private ServiceLevels levels() {
      ServiceLevels defaults = ServiceLevels.DEFAULTS;
      return new ServiceLevels(or(a, defaults.a()), or(b, defaults.b()), or(c, defaults.c()));
    }

    private static OfClass or(Optional<ClassLevels> set, OfClass defaults) {
      return set.map(levels -> levels.or(defaults)).orElse(defaults);
    }
  }

  record ClassLevels(Optional<BigDecimal> x, Optional<BigDecimal> y, Optional<BigDecimal> z) {
    private OfClass or(OfClass defaults) {
      return new OfClass(x.orElse(defaults.x()), y.orElse(defaults.y()), z.orElse(defaults.z()));
    }
  }

  /** Their version is 0 until somebody sets them. */
  @GetMapping
  @RequiresPermission("planning.read")
  ResponseEntity<PlanningSettings> settings(@PathVariable CompanyCode company) {
    companies.named(company);
    return reply(settings.stored(company));
  }

  @PutMapping
  @RequiresPermission("planning.write")
  ResponseEntity<PlanningSettings> set(
      @PathVariable CompanyCode company,
      @RequestHeader("If-Match") Optional<Version> expected,
      @RequestBody Setting setting) {
    companies.named(company);
    return reply(
        set.set(company, setting.settings(), expected, time.occurredAt(setting.occurredAt())));
  }

  private static ResponseEntity<PlanningSettings> reply(StoredSettings stored) {
    return Replies.ok(stored.settings(), stored.version());
  }
}
