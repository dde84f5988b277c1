package org.millrace.web.command;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.millrace.outbox.Acting;
import org.millrace.shared.Caller;
import org.millrace.shared.Refused;
import org.millrace.web.AskedPermission;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.ProblemType;
import org.millrace.web.RequiresPermission;
import org.millrace.web.approval.ApprovalGate;
import org.millrace.web.approval.ApprovalNeed;
import org.millrace.web.approval.Callers;
import org.millrace.web.approval.Foreseen;
import org.millrace.web.approval.StoredCommand;
import org.millrace.web.approval.StoredCommands;
import org.millrace.web.problem.Failures;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Hands a kept command to the adapter of commands, which finds its handler, asks its permission of
 * who sent it and writes it down as that user's.
 */
final class StoredCommandsHttp implements StoredCommands {
  private static final Set<String> OPEN = Set.of(RequiresPermission.LOGIN, RequiresPermission.NONE);

  private final ObjectProvider<RequestMappingHandlerMapping> endpoints;
  private final ObjectProvider<RequestMappingHandlerAdapter> adapter;
  private final CommandTransaction transaction;
  private final ObjectProvider<Callers> callers;
  private final Failures failures;

  StoredCommandsHttp(
      ObjectProvider<RequestMappingHandlerMapping> endpoints,
      ObjectProvider<RequestMappingHandlerAdapter> adapter,
      CommandTransaction transaction,
      ObjectProvider<Callers> callers,
      Failures failures) {
    this.endpoints = endpoints;
    this.adapter = adapter;
    this.transaction = transaction;
    this.callers = callers;
    this.failures = failures;
  }

  @Override
  public Foreseen foresee(StoredCommand command) {
    AtomicReference<Foreseen> foreseen = new AtomicReference<>();
    try {
      transaction.carryOut(
          undone(command),
          () -> {
            foreseen.set(called(command, "foreseen/" + UUID.randomUUID()));
            return false;
          },
          () -> {});
    } catch (RuntimeException refused) {
      throw refused;
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
    return Objects.requireNonNull(foreseen.get());
  }

  private static Command undone(StoredCommand command) {
    return new Command(command.actor(), "foreseen", command.method(), command.path(), new byte[0]);
  }

  @Override
  public Outcome carryOut(StoredCommand command, String key, Consumer<List<ApprovalNeed>> check) {
    AtomicReference<Foreseen> done = new AtomicReference<>();
    try {
      transaction.carryOut(
          undone(command),
          () -> {
            Foreseen told = called(command, key);
            check.accept(told.needs());
            done.set(told);
            return true;
          },
          () -> {});
    } catch (Exception failure) {
      ProblemAnswer problem = failures.told(failure, english());
      if (problem.status() >= 500 || problem.type().equals(ProblemType.LOST_LOCK.uri())) {
        throw failure instanceof RuntimeException ours ? ours : new IllegalStateException(failure);
      }
      return new Outcome(Optional.empty(), Optional.of(problem));
    }
    return new Outcome(Optional.of(Objects.requireNonNull(done.get())), Optional.empty());
  }

  /** What is kept is kept in English, and said again to who reads it. */
  private static ServletWebRequest english() {
    return new ServletWebRequest(
        new ReplayableRequest(running().getRequest(), new byte[0]) {
          @Override
          public @Nullable String getHeader(String name) {
            return null;
          }
        });
  }

  private static ServletRequestAttributes running() {
    return (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
  }

  private Foreseen called(StoredCommand command, String key) throws Exception {
    StoredRequestHttp request = new StoredRequestHttp(running().getRequest(), command, key);
    KeptResponseHttp response =
        new KeptResponseHttp(Objects.requireNonNull(running().getResponse()));
    return as(
        command,
        new ServletRequestAttributes(request, response),
        () -> {
          HandlerMethod handler = handler(request);
          ApprovalGate gate = ApprovalGate.opened();
          try {
            adapter.getObject().handle(request, response, handler);
          } finally {
            gate.shut();
          }
          if (response.getStatus() >= 400) {
            throw Refused.conflict("The command was refused: " + response.body());
          }
          return new Foreseen(response.getStatus(), response.body(), gate.needs());
        });
  }

  private HandlerMethod handler(HttpServletRequest request) throws Exception {
    ServletRequestPathUtils.parseAndCache(request);
    HandlerExecutionChain found = endpoints.getObject().getHandler(request);
    if (found == null || !(found.getHandler() instanceof HandlerMethod handler)) {
      throw Refused.notFound("Nothing takes this command any more. Withdraw the request.");
    }
    String needed = AskedPermission.of(handler).orElse(RequiresPermission.LOGIN);
    String company = AskedPermission.company(request);
    if (!OPEN.contains(needed) && !Caller.current().may(company, needed)) {
      throw Refused.forbidden(
          "%s may not do this any more: it needs the permission %s."
              .formatted(Caller.current().user(), needed));
    }
    return handler;
  }

  /** Calls it as the one who sent the command, on a request of its own. */
  private <T> T as(StoredCommand command, RequestAttributes own, Callable<T> call)
      throws Exception {
    RequestAttributes before = RequestContextHolder.currentRequestAttributes();
    Caller.Turn turn = callers.getObject().of(command.actor()).begin();
    RequestContextHolder.setRequestAttributes(own);
    try {
      return Acting.as(command.actor(), Acting.correlationId(), () -> unchecked(call));
    } catch (Wrapped failure) {
      throw failure.checked();
    } finally {
      RequestContextHolder.setRequestAttributes(before);
      turn.end();
    }
  }

  private static <T> T unchecked(Callable<T> call) {
    try {
      return call.call();
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new Wrapped(failure);
    }
  }

  /** Carries a checked failure through a lambda. */
  private static final class Wrapped extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Exception checked;

    Wrapped(Exception checked) {
      super(checked);
      this.checked = checked;
    }

    Exception checked() {
      return checked;
    }
  }
}
