package org.millrace.web.command;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.millrace.outbox.Acting;
import org.millrace.web.part.Outcome;
import org.millrace.web.part.Part;
import org.millrace.web.part.Parts;
import org.millrace.web.problem.Failures;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.support.DefaultDataBinderFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.databind.json.JsonMapper;

/** Calls the handler of each part as the adapter calls that of a request, and keeps its result. */
final class PartsHttp implements Parts {
  private final CommandsJdbc commands;
  private final CommandTransaction transaction;
  private final ObjectProvider<RequestMappingHandlerAdapter> adapter;
  private final Failures failures;
  private final JsonMapper json;

  PartsHttp(
      CommandsJdbc commands,
      CommandTransaction transaction,
      ObjectProvider<RequestMappingHandlerAdapter> adapter,
      Failures failures,
      JsonMapper json) {
    this.commands = commands;
    this.transaction = transaction;
    this.adapter = adapter;
    this.failures = failures;
    this.json = json;
  }

  @Override
  public <R> Outcome<R> carryOut(Part part, Class<R> type, Function<Object, R> result) {
    HttpServletRequest whole =
        ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    ServletWebRequest request = new ServletWebRequest(new PartRequestHttp(whole, part));
    String correlation = Acting.correlationId() + "/" + part.name();
    return Acting.as(
        Acting.actor(),
        correlation,
        () -> {
          try {
            return Outcome.of(done(part, command(whole, part), request, type, result));
          } catch (Exception failure) {
            return Outcome.of(failures.told(failure, request));
          }
        });
  }

  /** A preview may come without a key: what it notes is undone. */
  private static Command command(HttpServletRequest whole, Part part) {
    String key =
        Optional.ofNullable(whole.getHeader(CommandAdapterHttp.KEY))
            .orElseGet(() -> UUID.randomUUID().toString());
    String decided = part.expected() + part.body();
    return Command.of(
        CommandAdapterHttp.actor(whole),
        key.strip() + "/" + part.name(),
        "POST",
        part.path(),
        decided.getBytes(StandardCharsets.UTF_8));
  }

  private <R> R done(
      Part part,
      Command command,
      ServletWebRequest request,
      Class<R> type,
      Function<Object, R> result)
      throws Exception {
    AtomicReference<R> done = new AtomicReference<>();
    transaction.carryOut(
        command,
        () -> {
          if (commands.begin(command, Acting.correlationId())) {
            R told = result.apply(Objects.requireNonNull(called(part, request), part.name()));
            commands.finish(command, kept(told));
            done.set(told);
          } else {
            done.set(json.readValue(commands.answerTo(command).orElseThrow().body(), type));
          }
          return true;
        },
        () -> {});
    return Objects.requireNonNull(done.get());
  }

  private AnswerHttp kept(@Nullable Object told) {
    return new AnswerHttp(
        200, Optional.of("application/json"), Optional.empty(), json.writeValueAsBytes(told));
  }

  private @Nullable Object called(Part part, ServletWebRequest request) throws Exception {
    RequestMappingHandlerAdapter calling = adapter.getObject();
    HandlerMethodArgumentResolverComposite arguments = new HandlerMethodArgumentResolverComposite();
    arguments.addResolvers(calling.getArgumentResolvers());
    InvocableHandlerMethod handler =
        new InvocableHandlerMethod(part.handler().createWithResolvedBean());
    handler.setHandlerMethodArgumentResolvers(arguments);
    handler.setDataBinderFactory(new DefaultDataBinderFactory(calling.getWebBindingInitializer()));
    Object answer = handler.invokeForRequest(request, new ModelAndViewContainer());
    return answer instanceof HttpEntity<?> entity ? entity.getBody() : answer;
  }
}
