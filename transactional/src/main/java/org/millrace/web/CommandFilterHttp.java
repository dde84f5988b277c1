package org.millrace.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.millrace.outbox.Acting;
import org.millrace.shared.Problem;
import org.slf4j.MDC;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out every command in one transaction, once per key: the answer is kept with the act and
 * given again when the same command comes again. An answer of 400 or more undoes everything.
 */
final class CommandFilterHttp extends OncePerRequestFilter {
  static final String KEY = "Idempotency-Key";
  private static final int LONGEST_KEY = 200;
  private static final int LARGEST_BODY = 4 * 1024 * 1024;
  private static final int LARGEST_PLAN = 64 * 1024 * 1024;
  private static final Set<String> COMMANDS = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static final Pattern IMPORT = Pattern.compile("/api/companies/[^/]+/imports/.*");
  private static final Pattern PLAN = Pattern.compile("/api/companies/[^/]+/planning/plans");

  private final CommandsJdbc commands;
  private final TransactionTemplate transaction;
  private final JsonMapper json;

  CommandFilterHttp(CommandsJdbc commands, TransactionTemplate transaction, JsonMapper json) {
    this.commands = commands;
    this.transaction = transaction;
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String actor =
        Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName).orElse("nobody");
    String correlation = correlationId(request);
    response.setHeader("X-Correlation-Id", correlation);
    MDC.put("correlationId", correlation);
    try {
      Acting.as(actor, correlation, () -> passedOn(request, response, chain, actor));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (Wrapped e) {
      throw e.failure();
    } finally {
      MDC.remove("correlationId");
    }
  }

  private boolean passedOn(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, String actor) {
    try {
      if (isCommand(request)) {
        carryOut(request, response, chain, actor);
      } else {
        chain.doFilter(request, response);
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new Wrapped(e);
    }
  }

  private static boolean isCommand(HttpServletRequest request) {
    String path = request.getRequestURI();
    return COMMANDS.contains(request.getMethod())
        && path.startsWith("/api/")
        && !path.equals("/api/login")
        && !IMPORT.matcher(path).matches();
  }

  private void carryOut(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, String actor)
      throws IOException {
    String key = request.getHeader(KEY);
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      write(response, keyMissing(key));
      return;
    }
    int largest = PLAN.matcher(request.getRequestURI()).matches() ? LARGEST_PLAN : LARGEST_BODY;
    byte[] body = request.getInputStream().readNBytes(largest + 1);
    if (body.length > largest) {
      write(response, tooLarge(largest));
      return;
    }
    Command command = Command.of(actor, key.strip(), request.getMethod(), pathOf(request), body);
    ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
    ReplayableRequest again = new ReplayableRequest(request, body);
    try {
      transaction.executeWithoutResult(status -> once(command, again, kept, chain, status));
      kept.copyBodyToResponse();
    } catch (CannotCreateTransactionException e) {
      write(response, ProblemsHttp.databaseAway(e));
    } catch (PessimisticLockingFailureException e) {
      write(response, ProblemAnswer.of(409, "Conflict", "Another command was first: send again"));
    } catch (UncheckedIOException | Wrapped e) {
      throw e;
    } catch (RuntimeException e) {
      write(response, ProblemsHttp.bug(e));
    }
  }

  private void once(
      Command command,
      ReplayableRequest request,
      ContentCachingResponseWrapper response,
      FilterChain chain,
      TransactionStatus status) {
    try {
      if (!commands.begin(command, Acting.correlationId())) {
        answerAgain(command, response);
        return;
      }
      chain.doFilter(request, response);
      if (response.getStatus() >= 400) {
        status.setRollbackOnly();
      } else {
        commands.finish(command, AnswerHttp.of(response));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new Wrapped(e);
    }
  }

  private void answerAgain(Command command, HttpServletResponse response) throws IOException {
    Optional<AnswerHttp> given = commands.answerTo(command);
    if (given.isEmpty()) {
      write(
          response,
          ProblemAnswer.of(
              422,
              "Key used before",
              "The idempotency key "
                  + command.key()
                  + " was used for another command. Use a new key for a new command."));
      return;
    }
    response.setHeader("Idempotency-Replayed", "true");
    given.get().writeTo(response);
  }

  private static ProblemAnswer keyMissing(String key) {
    return ProblemAnswer.of(
        400,
        "Key missing",
        "Every command needs the header " + KEY + ", so that sending it twice acts once.",
        List.of(
            new Problem(
                KEY,
                key == null ? "" : key,
                "1 to " + LONGEST_KEY + " characters, new each time")));
  }

  private static ProblemAnswer tooLarge(int largest) {
    return ProblemAnswer.of(
        413, "Body too large", "This command may have at most " + largest + " bytes: split it.");
  }

  private void write(HttpServletResponse response, ProblemAnswer problem) throws IOException {
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setContentType(ProblemAnswer.MEDIA_TYPE);
    response
        .getOutputStream()
        .write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
  }

  private static String pathOf(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  private static String correlationId(HttpServletRequest request) {
    String given = request.getHeader("X-Correlation-Id");
    boolean usable = given != null && given.matches("[\\w.:/-]{1,100}");
    return usable ? given : java.util.UUID.randomUUID().toString();
  }

  /** Carries a checked failure through a lambda. */
  private static final class Wrapped extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ServletException failure;

    Wrapped(ServletException failure) {
      super(failure);
      this.failure = failure;
    }

    ServletException failure() {
      return failure;
    }
  }
}
