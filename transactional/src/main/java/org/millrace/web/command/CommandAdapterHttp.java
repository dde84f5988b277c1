package org.millrace.web.command;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.security.Principal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.millrace.outbox.Acting;
import org.millrace.outbox.Published;
import org.millrace.shared.Problem;
import org.millrace.web.AskedPermission;
import org.millrace.web.FewAtOnce;
import org.millrace.web.LargestBody;
import org.millrace.web.OutsideCommand;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.ProblemType;
import org.millrace.web.RequestRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Calls the handlers. Whatever is no question is a command, decided by the handler that was found
 * and never by the path it was found by: carried out in one transaction, once per key. The answer
 * is kept with the act and given again when the same command comes again; an answer of 400 or more
 * undoes everything. A command that loses a lock to another one is tried again here.
 */
final class CommandAdapterHttp extends RequestMappingHandlerAdapter {
  static final String KEY = "Idempotency-Key";
  private static final Logger LOG = LoggerFactory.getLogger(CommandAdapterHttp.class);
  private static final int LONGEST_KEY = 200;
  private static final int TRIES = 4;
  private static final Set<String> QUESTIONS = Set.of("GET", "HEAD", "OPTIONS");

  private final CommandsJdbc commands;
  private final PlatformTransactionManager transactions;
  private final Map<Method, Semaphore> entrances = new ConcurrentHashMap<>();

  CommandAdapterHttp(CommandsJdbc commands, PlatformTransactionManager transactions) {
    this.commands = commands;
    this.transactions = transactions;
  }

  @Override
  protected ModelAndView handleInternal(
      HttpServletRequest request, HttpServletResponse response, HandlerMethod handler)
      throws Exception {
    if (QUESTIONS.contains(request.getMethod())) {
      return super.handleInternal(request, response, handler);
    }
    FewAtOnce few = handler.getMethodAnnotation(FewAtOnce.class);
    if (few == null) {
      return changed(request, response, handler);
    }
    Semaphore places =
        entrances.computeIfAbsent(handler.getMethod(), m -> new Semaphore(few.value()));
    if (!places.tryAcquire()) {
      throw new RequestRefused(
          ProblemAnswer.of(
              ProblemType.TOO_MANY_AT_ONCE,
              "More than " + few.value() + " such requests came at once: send this one again."));
    }
    try {
      return changed(request, response, handler);
    } finally {
      places.release();
    }
  }

  private ModelAndView changed(
      HttpServletRequest request, HttpServletResponse response, HandlerMethod handler)
      throws Exception {
    LargestBody largest = handler.getMethodAnnotation(LargestBody.class);
    BoundedBodyHttp bounded =
        new BoundedBodyHttp(request, largest == null ? LargestBody.DEFAULT : largest.value());
    if (PreviewHttp.isAskedBy(request)) {
      preview(new ReplayableRequest(request, read(bounded)), response, handler);
      return null;
    }
    if (handler.hasMethodAnnotation(OutsideCommand.class)) {
      return super.handleInternal(bounded, response, handler);
    }
    byte[] body = read(bounded);
    Command command =
        Command.of(actor(request), key(request), request.getMethod(), pathOf(request), body);
    carryOut(command, new ReplayableRequest(request, body), response, handler);
    return null;
  }

  /** Does all that the command does, tells it and undoes it; what is refused is refused alike. */
  private void preview(
      ReplayableRequest request, HttpServletResponse response, HandlerMethod handler)
      throws Exception {
    if (handler.hasMethodAnnotation(OutsideCommand.class)) {
      throw new RequestRefused(
          ProblemAnswer.of(
              ProblemType.INVALID_INPUT,
              "This request has no preview. Send it without the header " + PreviewHttp.HEADER));
    }
    ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
    TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
    Published published = Published.watched();
    try {
      super.handleInternal(request, kept, handler);
    } finally {
      published.end();
      transactions.rollback(transaction);
    }
    if (kept.getStatus() >= 400) {
      kept.copyBodyToResponse();
    } else {
      PreviewHttp.of(kept, published.events(), AskedPermission.company(request)).writeTo(response);
    }
  }

  private void carryOut(
      Command command,
      ReplayableRequest request,
      HttpServletResponse response,
      HandlerMethod handler)
      throws Exception {
    for (int attempt = 1; ; attempt++) {
      ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
      try {
        inOneTransaction(command, request, kept, handler);
        kept.copyBodyToResponse();
        return;
      } catch (Exception failure) {
        forget(kept);
        if (attempt == TRIES || !isLostLock(failure)) {
          throw failure;
        }
        LOG.info("A command met another one on the same rows and is tried again: {}", command);
        long pause = ThreadLocalRandom.current().nextLong(5, 25L << attempt);
        LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
      }
    }
  }

  private void inOneTransaction(
      Command command,
      ReplayableRequest request,
      ContentCachingResponseWrapper response,
      HandlerMethod handler)
      throws Exception {
    TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
    try {
      once(command, request, response, handler);
    } catch (Throwable failure) {
      undo(transaction, failure);
      throw failure;
    }
    if (response.getStatus() >= 400) {
      transactions.rollback(transaction);
    } else {
      commit(transaction);
    }
  }

  private void once(
      Command command,
      ReplayableRequest request,
      ContentCachingResponseWrapper response,
      HandlerMethod handler)
      throws Exception {
    if (!commands.begin(command, Acting.correlationId())) {
      AnswerHttp given = commands.answerTo(command);
      response.setHeader("Idempotency-Replayed", "true");
      given.writeTo(response);
      return;
    }
    super.handleInternal(request, response, handler);
    if (response.getStatus() < 400) {
      commands.finish(command, AnswerHttp.of(response));
    }
  }

  private void undo(TransactionStatus transaction, Throwable failure) {
    try {
      transactions.rollback(transaction);
    } catch (TransactionException lost) {
      failure.addSuppressed(lost); // without a connection there is nothing left to undo
    }
  }

  private void commit(TransactionStatus transaction) {
    try {
      transactions.commit(transaction);
    } catch (RuntimeException failure) {
      if (isRefusedByDatabase(failure)) {
        throw failure;
      }
      LOG.warn("Whether a command was committed is not known: {}", failure.getMessage());
      throw new RequestRefused(
          ProblemAnswer.of(
              ProblemType.OUTCOME_UNKNOWN,
              "The database went away while the command was written: it may have happened or"
                  + " not. Send it again with the same key; it then happens once."));
    }
  }

  /** The first attempt's headers must not stand on the answer to the second. */
  private static void forget(ContentCachingResponseWrapper response) {
    if (!response.isCommitted()) {
      response.reset();
      response.setHeader("X-Correlation-Id", Acting.correlationId());
    }
  }

  private static boolean isLostLock(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PessimisticLockingFailureException) {
        return true;
      }
    }
    return false;
  }

  /** The server answered: what it refuses at the commit was rolled back. */
  private static boolean isRefusedByDatabase(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().matches("(22|23|40|P0).*")) {
        return true;
      }
    }
    return false;
  }

  private static byte[] read(BoundedBodyHttp request) throws IOException {
    return request.getInputStream().readAllBytes();
  }

  private static String actor(HttpServletRequest request) {
    return Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName).orElse("nobody");
  }

  private static String key(HttpServletRequest request) {
    String key = request.getHeader(KEY);
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      throw new RequestRefused(
          ProblemAnswer.of(
              ProblemType.KEY_MISSING,
              "Every command needs the header " + KEY + ", so that sending it twice acts once.",
              List.of(
                  new Problem(
                      KEY,
                      key == null ? "" : key,
                      "1 to " + LONGEST_KEY + " characters, new each time"))));
    }
    return key.strip();
  }

  private static String pathOf(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }
}
