package org.millrace.web;

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
import java.util.Optional;
import java.util.function.Consumer;
import org.millrace.outbox.Acting;
import org.millrace.shared.Refused;
import org.millrace.web.language.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a file as the body and answers line by line, each a JSON object with its event. The body is
 * put aside first: a transfer that breaks off changes nothing.
 */
public final class FileAnswer {
  private static final Logger LOG = LoggerFactory.getLogger(FileAnswer.class);

  /** What the audit has where nobody waited for the end; no answer is sent with it. */
  private static final int SENDER_AWAY = 499;

  private final JsonMapper json;
  private final AuditTrail audit;

  FileAnswer(JsonMapper json, AuditTrail audit) {
    this.json = json;
    this.audit = audit;
  }

  /** A file that fits and waits to be worked through. */
  public interface Work extends AutoCloseable {
    /** Does all and tells each step. */
    void run(Consumer<Object> tell);

    /** What to say when it stops before the end. */
    Object failed(String detail);

    @Override
    void close();
  }

  /** Opens the file that was put aside. */
  public interface Opening {
    /**
     * Opens it.
     *
     * @throws Refused when it does not fit
     */
    Work open(Path file);
  }

  /** Imports the body as a file of that name. */
  public void give(
      String file, HttpServletRequest request, HttpServletResponse response, Opening opening)
      throws IOException {
    Path aside = Files.createTempFile("millrace-import", ".part");
    try {
      try (InputStream body = request.getInputStream()) {
        Files.copy(body, aside, StandardCopyOption.REPLACE_EXISTING);
      }
      int ended = SENDER_AWAY;
      try (Work opened = opening.open(aside)) {
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Language language = Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        ended = answer(file, opened, response.getOutputStream(), language);
      } catch (Refused e) {
        ended = ProblemAnswer.of(e).status();
        throw e;
      } finally {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        audit.note(Acting.actor(), request.getMethod(), request.getRequestURI() + query, ended);
      }
    } finally {
      Files.delete(aside);
    }
  }

  /** The status it would have had if it had not been begun: that of the answer was sent before. */
  private int answer(String file, Work opened, OutputStream out, Language language) {
    try {
      opened.run(step -> write(out, step));
      return 200;
    } catch (Refused e) {
      write(out, opened.failed(told(language, e.getMessage())));
      return ProblemAnswer.of(e).status();
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("Import of {} stopped", file, e);
      write(
          out,
          opened.failed(told(language, "the database did not answer (" + firstLine(e) + ").")));
      return ProblemType.DATABASE_AWAY.status();
    } catch (UncheckedIOException e) {
      LOG.warn("Import of {} stopped: whoever sent it went away", file);
      throw e;
    } catch (RuntimeException e) {
      LOG.error("Import of {} stopped", file, e);
      write(out, opened.failed(told(language, "an error of ours, see the log of the core: " + e)));
      return ProblemType.INTERNAL_ERROR.status();
    }
  }

  private static String told(Language language, String why) {
    return language.of(
        "The import stopped: "
            + why
            + " What was committed stays; import the file again and only the rest is posted.");
  }

  private static String firstLine(Exception e) {
    return Optional.ofNullable(e.getMessage()).orElse("").lines().findFirst().orElse("");
  }

  private void write(OutputStream out, Object step) {
    try {
      out.write((json.writeValueAsString(step) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
