package org.millrace.ledger.book;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.web.RequiresPermission;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BooksHttp {
  private final Companies companies;
  private final JournalBooks books;

  BooksHttp(Companies companies, JournalBooks books) {
    this.companies = companies;
    this.books = books;
  }

  /** The first and the last day, each within; all there is when not said. */
  record Query(Optional<LocalDate> from, Optional<LocalDate> to) {}

  /** The journal as a file: {@code hledger}, {@code saf-t} or {@code fec}, in UTF-8. */
  @GetMapping("/api/companies/{company}/ledger/books/{format}")
  @RequiresPermission("ledger.read")
  void book(
      @PathVariable CompanyCode company,
      @PathVariable String format,
      @ParameterObject @ModelAttribute Query query,
      HttpServletResponse response)
      throws IOException {
    JournalFormat wanted = JournalFormat.named(format);
    JournalBook book = books.of(companies.named(company), query.from(), query.to());
    new Problems()
        .require(!book.to().isBefore(book.from()), "to", book.to(), "no day before " + book.from())
        .refuse("The journal cannot be written");
    response.setContentType(wanted.contentType());
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"%s-journal.%s\"".formatted(company, wanted.suffix()));
    wanted.write(book, response.getOutputStream());
  }
}
