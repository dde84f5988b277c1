package org.millrace.exchange.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExportsHttp {
  private final Companies companies;
  private final RowsJdbc rows;
  private final RejectedRows rejectedRows;

  ExportsHttp(Companies companies, RowsJdbc rows, RejectedRows rejectedRows) {
    this.companies = companies;
    this.rows = rows;
    this.rejectedRows = rejectedRows;
  }

  /** One of {@link Lists} or rejects, as CSV in UTF-8 with a header line. */
  @GetMapping("/api/companies/{company}/exports/{list}")
  void export(
      @PathVariable CompanyCode company, @PathVariable String list, HttpServletResponse response)
      throws IOException {
    companies.named(company);
    Optional<String> query = Lists.query(list);
    if (query.isEmpty() && !list.equals("rejects")) {
      throw Refused.notFound(
          "There is no list '%s' to export. There are: %s."
              .formatted(list, String.join(", ", Lists.names())));
    }
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + company + "-" + list + ".csv\"");
    try (CsvWriter csv =
        CsvWriter.builder()
            .build(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
      if (query.isPresent()) {
        rows.write(query.get(), company, csv);
      } else {
        rejectedRows.write(company, csv);
      }
    }
  }
}
