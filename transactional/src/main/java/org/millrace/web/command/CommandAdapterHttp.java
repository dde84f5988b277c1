package org.millrace.web.command;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.millrace.outbox.Acting;
import org.millrace.outbox.Published;
import org.millrace.shared.Problem;
import org.millrace.web.AskedPermission;
import org.millrace.web.AuditTrail;
import org.millrace.web.CallerAddress;
import org.millrace.web.FewAtOnce;
import org.millrace.web.LargestBody;
import org.millrace.web.OutsideCommand;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.ProblemType;
import org.millrace.web.RequestRefused;
import org.millrace.web.approval.ApprovalGate;
import org.millrace.web.approval.NeedsApproval;
import org.millrace.web.part.InParts;
import org.springframework.transaction.PlatformTransactionManager;
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
 * undoes everything. A command that loses a lock to another one is tried again here; one that needs
 * approval is kept until it has it.
 */
final class CommandAdapterHttp extends RequestMappingHandlerAdapter {
  static final String KEY = "Idempotency-Key";
  private static final int LONGEST_KEY = 200;
  private static final Set<String> QUESTIONS = Set.of("GET", "HEAD", "OPTIONS");

  private final CommandsJdbc commands;
  private final PlatformTransactionManager transactions;
  private final CommandTransaction transaction;
  private final AuditTrail audit;
  private final HoldingHttp holding;
  private final Map<Method, Semaphore> entrances = new ConcurrentHashMap<>();

  CommandAdapterHttp(
      CommandsJdbc commands,
      PlatformTransactionManager transactions,
      CommandTransaction transaction,
      AuditTrail audit,
      HoldingHttp holding) {
    this.commands = commands;
    this.audit = audit;
    this.transactions = transactions;
    this.transaction = transaction;
    this.holding = holding;
  }

  @Override
  protected @Nullable ModelAndView handleInternal(
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
      audit.refused(
          actor(request),
          CallerAddress.of(request),
          request.getMethod(),
          request.getRequestURI(),
          ProblemType.TOO_MANY_AT_ONCE.status());
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

  private @Nullable ModelAndView changed(
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
    ReplayableRequest again = new ReplayableRequest(request, body);
    if (handler.hasMethodAnnotation(InParts.class)) {
      inParts(command, again, response, handler);
    } else {
      carryOut(command, again, response, handler);
    }
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
    ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
    TransactionStatus undone = transactions.getTransaction(new DefaultTransactionDefinition());
    Published published = Published.watched();
    ApprovalGate gate = ApprovalGate.opened();
    try {
      super.handleInternal(request, buffered, handler);
      if (buffered.getStatus() < 400) {
        transaction.writeEvents();
      }
    } finally {
      gate.shut();
      published.end();
      transactions.rollback(undone);
    }
    if (buffered.getStatus() >= 400) {
      buffered.copyBodyToResponse();
    } else {
      PreviewHttp.of(buffered, published.events(), AskedPermission.company(request), gate.needs())
          .writeTo(response);
    }
  }

  private void carryOut(
      Command command,
      ReplayableRequest request,
      HttpServletResponse response,
      HandlerMethod handler)
      throws Exception {
    ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
    try {
      transaction.carryOut(
          command,
          () -> {
            once(command, request, buffered, handler);
            return buffered.getStatus() < 400;
          },
          () -> forget(buffered));
    } catch (NeedsApproval needed) {
      HoldingHttp.Handling handling = answer -> super.handleInternal(request, answer, handler);
      holding.hold(command, request, buffered, handling, needed);
    }
    buffered.copyBodyToResponse();
  }

  /** What its parts did stays; sent again after it was broken off, the others follow. */
  private void inParts(
      Command command,
      ReplayableRequest request,
      HttpServletResponse response,
      HandlerMethod handler)
      throws Exception {
    ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
    Optional<AnswerHttp> before = commands.beginInParts(command, Acting.correlationId());
    if (before.isEmpty()) {
      try {
        super.handleInternal(request, buffered, handler);
      } catch (Exception refused) {
        commands.giveUp(command);
        throw refused;
      }
      before = commands.finishInParts(command, AnswerHttp.of(buffered));
    }
    if (before.isPresent()) {
      forget(buffered);
      replay(before.get(), buffered);
    }
    buffered.copyBodyToResponse();
  }

  private void once(
      Command command,
      ReplayableRequest request,
      ContentCachingResponseWrapper response,
      HandlerMethod handler)
      throws Exception {
    if (!commands.begin(command, Acting.correlationId())) {
      replay(commands.answerTo(command).orElseThrow(), response);
      return;
    }
    super.handleInternal(request, response, handler);
    if (response.getStatus() < 400) {
      commands.finish(command, AnswerHttp.of(response));
    }
  }

  static void replay(AnswerHttp given, HttpServletResponse response) throws IOException {
    response.setHeader("Idempotency-Replayed", "true");
    given.writeTo(response);
  }

  /** The first attempt's headers must not stand on the answer to the second. */
  static void forget(ContentCachingResponseWrapper response) {
    if (!response.isCommitted()) {
      response.reset();
      response.setHeader("X-Correlation-Id", Acting.correlationId());
    }
  }

  private static byte[] read(BoundedBodyHttp request) throws IOException {
    return request.getInputStream().readAllBytes();
  }

  static String actor(HttpServletRequest request) {
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
