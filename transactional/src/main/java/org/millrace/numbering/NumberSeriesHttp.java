package org.millrace.numbering;

import java.util.Comparator;
import java.util.List;
import org.millrace.document.DocumentKind;
import org.millrace.document.DocumentStores;
import org.millrace.document.number.NumberSeries;
import org.millrace.document.number.SetSeries;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
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

/** The series of numbers of each kind of document; what has a number keeps it. */
@RestController
@RequestMapping("/api/companies/{company}/number-series")
class NumberSeriesHttp {
  private final SetSeries settings;
  private final DocumentStores stores;
  private final Companies companies;

  NumberSeriesHttp(SetSeries settings, DocumentStores stores, Companies companies) {
    this.settings = settings;
    this.stores = stores;
    this.companies = companies;
  }

  /** The kind as domain and type; version 0 until somebody sets it. */
  record SeriesAnswer(
      String kind, String prefix, boolean withYear, int digits, long first, Version version) {
    static SeriesAnswer of(DocumentKind<?> kind, SetSeries.Stored stored) {
      NumberSeries series = stored.series();
      return new SeriesAnswer(
          kind.name(),
          series.prefix(),
          series.withYear(),
          series.digits(),
          series.first(),
          stored.version());
    }
  }

  @GetMapping
  @RequiresPermission("number.read")
  List<SeriesAnswer> all(@PathVariable CompanyCode company) {
    companies.named(company);
    return stores.kinds().stream()
        .filter(kind -> !kind.prefix().isEmpty())
        .sorted(Comparator.comparing(DocumentKind::name))
        .map(kind -> SeriesAnswer.of(kind, settings.of(company, kind)))
        .toList();
  }

  /** The next document has the series; the count goes on, or begins at {@code first} above it. */
  @PutMapping("/{domain}/{kind}")
  @RequiresPermission("number.write")
  ResponseEntity<SeriesAnswer> set(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String kind,
      @RequestHeader("If-Match") Version expected,
      @RequestBody NumberSeries series) {
    companies.named(company);
    DocumentKind<?> found = named(domain + "/" + kind);
    SetSeries.Stored stored = settings.set(company, found, series, expected);
    return Replies.ok(SeriesAnswer.of(found, stored), stored.version());
  }

  private DocumentKind<?> named(String name) {
    return stores.kinds().stream()
        .filter(kind -> kind.name().equals(name) && !kind.prefix().isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "There are no numbers of '%s'. There are those of %s."
                        .formatted(
                            name,
                            stores.kinds().stream()
                                .filter(kind -> !kind.prefix().isEmpty())
                                .map(DocumentKind::name)
                                .sorted()
                                .toList())));
  }
}
