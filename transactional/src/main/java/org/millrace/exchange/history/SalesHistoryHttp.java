package org.millrace.exchange.history;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problem;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the file as the body and answers line by line. The body is put aside first: a transfer that
 * breaks off changes nothing.
 */
@RestController
class SalesHistoryHttp {
  private static final Logger LOG = LoggerFactory.getLogger(SalesHistoryHttp.class);

  private final ImportSalesHistory imports;
  private final JsonMapper json;

  SalesHistoryHttp(ImportSalesHistory imports, JsonMapper json) {
    this.imports = imports;
    this.json = json;
  }

  /** How the file is called, the name or id of its mapping, and whether anything is kept. */
  record Query(
      String file,
      Optional<String> mapping,
      Optional<String> companyName,
      Optional<Boolean> dryRun) {
    ImportRequest of(CompanyCode company) {
      new Problems()
          .require(file != null && !file.isBlank(), "file", file, "the name of the file")
          .refuse("The import cannot start");
      return new ImportRequest(
          company,
          companyName,
          mapping.orElse("online-retail"),
          Path.of(file).getFileName().toString(),
          dryRun.orElse(false) ? ImportRequest.Mode.DRY_RUN : ImportRequest.Mode.KEEP);
    }
  }

  @PostMapping("/api/companies/{company}/imports/sales-history")
  void take(
      @PathVariable CompanyCode company,
      @ParameterObject @ModelAttribute Query query,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ImportRequest asked = query.of(company);
    Path aside = Files.createTempFile("millrace-import", ".part");
    try {
      try (InputStream body = request.getInputStream()) {
        Files.copy(body, aside, StandardCopyOption.REPLACE_EXISTING);
      }
      answer(asked, aside, response);
    } finally {
      Files.delete(aside);
    }
  }

  private void answer(ImportRequest asked, Path file, HttpServletResponse response)
      throws IOException {
    try (ImportSalesHistory.Opened opened = open(asked, file)) {
      response.setContentType("application/x-ndjson");
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      OutputStream out = response.getOutputStream();
      try {
        opened.run(step -> write(out, step));
      } catch (Refused | FileUnreadable e) {
        write(out, opened.failed(told(e.getMessage())));
      } catch (DataAccessException | TransactionException e) {
        LOG.warn("Import of {} stopped", asked.file(), e);
        write(out, opened.failed(told("the database did not answer (" + firstLine(e) + ").")));
      } catch (UncheckedIOException e) {
        LOG.warn("Import of {} stopped: whoever sent it went away", asked.file());
        throw e;
      } catch (RuntimeException e) {
        LOG.error("Import of {} stopped", asked.file(), e);
        write(out, opened.failed(told("an error of ours, see the log of the core: " + e)));
      }
    }
  }

  private ImportSalesHistory.Opened open(ImportRequest asked, Path file) {
    try {
      return imports.open(asked, file);
    } catch (FileUnreadable e) {
      Problem problem = new Problem("file", asked.file(), "a file that fits the mapping");
      throw Refused.invalid(e.getMessage(), List.of(problem));
    }
  }

  private static String told(String why) {
    return "The import stopped: "
        + why
        + " What was committed stays; import the file again and only the rest is posted.";
  }

  private static String firstLine(Exception e) {
    return Optional.ofNullable(e.getMessage()).orElse("").lines().findFirst().orElse("");
  }

  private void write(OutputStream out, Step step) {
    try {
      out.write((json.writeValueAsString(step) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
