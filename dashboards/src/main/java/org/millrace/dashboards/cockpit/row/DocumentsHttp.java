package org.millrace.dashboards.cockpit.row;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.millrace.dashboards.cockpit.figure.Cells;
import org.millrace.dashboards.cockpit.figure.Chosen;
import org.millrace.dashboards.cockpit.session.Visitor;
import org.millrace.dashboards.definition.MartTables;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One invoice with its lines and journal lines. */
@RestController
class DocumentsHttp {
  private static final String INVOICE = "from mart.sales_invoice where company = ? and number = ?";
  private static final String LINES =
      "from mart.sales_invoice_line where company = ? and number = ? order by line_no";
  private static final String JOURNAL =
      """
      from mart.journal_line
      where company = ? and document_domain = 'sales' and document_number = ?
        and document_type in ('invoice', 'credit-note')
      order by entry_number, line_no
      """;
  private final JdbcTemplate mart;
  private final MartTables tables;

  DocumentsHttp(JdbcTemplate mart, MartTables tables) {
    this.mart = mart;
    this.tables = tables;
  }

  record InvoiceAnswer(
      Map<String, Object> invoice,
      List<Map<String, Object>> lines,
      List<Map<String, Object>> journal,
      boolean journalHidden,
      List<Map<String, Object>> related) {}

  @GetMapping("/data/invoices/{number}")
  InvoiceAnswer invoice(
      @PathVariable String number,
      HttpServletRequest request,
      @AuthenticationPrincipal Visitor visitor) {
    String company = Chosen.company(request, visitor);
    MartTables seen = tables.readableWith(p -> visitor.may(company, p));
    List<Map<String, Object>> found =
        list(columns(seen, "sales_invoice") + INVOICE, company, number);
    if (found.isEmpty()) {
      throw new NoSuchElementException(
          "No invoice '" + number + "' of company " + company + " in the marts");
    }
    Map<String, Object> invoice = found.get(0);
    return new InvoiceAnswer(
        invoice,
        list(columns(seen, "sales_invoice_line") + LINES, company, number),
        seen.has("journal_line")
            ? list(columns(seen, "journal_line") + JOURNAL, company, number)
            : List.of(),
        !seen.has("journal_line"),
        list(
            "select number, kind, net_amount, currency from mart.sales_invoice"
                + " where company = ? and source_number = ? and number <> ?",
            company,
            invoice.get("source_number"),
            number));
  }

  private static String columns(MartTables seen, String table) {
    return "select " + String.join(", ", seen.of(table)) + " ";
  }

  private List<Map<String, Object>> list(String sql, @Nullable Object... values) {
    return mart.query(
        sql,
        (row, n) -> {
          Map<String, Object> shown = new LinkedHashMap<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            shown.put(row.getMetaData().getColumnName(i), Cells.of(row, i));
          }
          return shown;
        },
        values);
  }
}
