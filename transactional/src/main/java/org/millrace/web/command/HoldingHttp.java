package org.millrace.web.command;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.millrace.json.Json;
import org.millrace.outbox.Acting;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.web.AskedPermission;
import org.millrace.web.approval.ApprovalGate;
import org.millrace.web.approval.Foreseen;
import org.millrace.web.approval.HeldCommands;
import org.millrace.web.approval.NeedsApproval;
import org.millrace.web.approval.StoredCommand;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a command that needs approval: foresees what it does, then stores it with its answer. */
final class HoldingHttp {
  private static final JsonMapper ANSWERS = Json.answers(AskedPermission::isHeld);

  private final CommandsJdbc commands;
  private final CommandTransaction transaction;
  private final ObjectProvider<HeldCommands> held;

  HoldingHttp(
      CommandsJdbc commands, CommandTransaction transaction, ObjectProvider<HeldCommands> held) {
    this.commands = commands;
    this.transaction = transaction;
    this.held = held;
  }

  /** Calls the handler of the command. */
  interface Handling {
    void into(HttpServletResponse response) throws Exception;
  }

  /**
   * Answers 202 with the request for approval; what is refused anyway is refused as ever.
   *
   * @throws NeedsApproval when the command is none that can be kept
   */
  void hold(
      Command command,
      HttpServletRequest request,
      ContentCachingResponseWrapper response,
      Handling handling,
      NeedsApproval needed)
      throws Exception {
    StoredCommand stored = stored(command, request).orElseThrow(() -> needed);
    Optional<Foreseen> foreseen = foreseen(command, response, handling);
    if (foreseen.isEmpty()) {
      return;
    }
    transaction.carryOut(
        command,
        () -> {
          if (commands.begin(command, Acting.correlationId())) {
            write(held.getObject().hold(stored, foreseen.get()), response);
            commands.finish(command, AnswerHttp.of(response));
          } else {
            CommandAdapterHttp.replay(commands.answerTo(command).orElseThrow(), response);
          }
          return true;
        },
        () -> CommandAdapterHttp.forget(response));
  }

  /** Empty when the command is refused by an answer. */
  private Optional<Foreseen> foreseen(
      Command command, ContentCachingResponseWrapper response, Handling handling) throws Exception {
    AtomicReference<Foreseen> foreseen = new AtomicReference<>();
    transaction.carryOut(
        command,
        () -> {
          ApprovalGate gate = ApprovalGate.opened();
          try {
            handling.into(response);
          } finally {
            gate.shut();
          }
          String answer = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
          foreseen.set(new Foreseen(response.getStatus(), answer, gate.needs()));
          return false;
        },
        () -> CommandAdapterHttp.forget(response));
    if (response.getStatus() >= 400) {
      return Optional.empty();
    }
    CommandAdapterHttp.forget(response);
    return Optional.of(Objects.requireNonNull(foreseen.get()));
  }

  private static Optional<StoredCommand> stored(Command command, HttpServletRequest request)
      throws IOException {
    String company = AskedPermission.company(request);
    String type = request.getContentType();
    boolean isJson =
        type != null && MediaType.parseMediaType(type).isCompatibleWith(MediaType.APPLICATION_JSON);
    if (company.equals(Caller.EVERY_COMPANY) || !isJson) {
      return Optional.empty();
    }
    String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Optional.of(
        new StoredCommand(
            command.actor(),
            new CompanyCode(company),
            command.method(),
            command.path(),
            Optional.ofNullable(request.getHeader(HttpHeaders.IF_MATCH)),
            body));
  }

  private static void write(HeldCommands.Held kept, HttpServletResponse response)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_ACCEPTED);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setHeader(HttpHeaders.ETAG, "\"" + kept.version().number() + "\"");
    response.getOutputStream().write(ANSWERS.writeValueAsBytes(kept.answer()));
  }
}
