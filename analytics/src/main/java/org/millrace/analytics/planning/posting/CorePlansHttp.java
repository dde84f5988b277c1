package org.millrace.analytics.planning.posting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.millrace.client.CoreAnswer;
import org.millrace.client.CoreClient;
import org.millrace.client.CoreCommand;
import org.millrace.client.CoreLogin;
import org.millrace.client.CorePath;
import org.millrace.client.CorePatience;
import org.millrace.client.CoreUnreachable;

/**
 * Speaks to the core as the service user; logs in when it must. The key of a plan names company,
 * day and version, and a digest of what it proposes: a version that is counted anew after the lake
 * was built again is not taken for the old one.
 */
final class CorePlansHttp implements CorePlans {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LARGEST_BODY = 60_000_000; // the core reads a plan of 64 MiB
  private static final int DIGEST = 16;

  private final int largestBody;
  private final CoreClient core;

  CorePlansHttp(PostingSettings settings) {
    this(settings, LARGEST_BODY);
  }

  CorePlansHttp(PostingSettings settings, int largestBody) {
    this.core =
        new CoreClient(
            settings.core(),
            new CoreLogin(settings.user(), settings.password()),
            CorePatience.once(PATIENCE));
    this.largestBody = largestBody;
  }

  @Override
  public String put(PlanToPost plan) throws CoreUnavailable, PlanNotTaken {
    PlanToPost part = plan;
    byte[] body = body(part);
    while (body.length > largestBody && !part.proposals().isEmpty()) {
      part = part.first(part.proposals().size() / 2);
      body = body(part);
    }
    int left = plan.proposals().size() - part.proposals().size();
    String answer = sent(plan, body);
    return left == 0 ? answer : answer + " (" + left + " later proposals were too many to post)";
  }

  private String sent(PlanToPost plan, byte[] body) throws CoreUnavailable, PlanNotTaken {
    String path = CorePath.of("api", "companies", plan.company(), "planning", "plans");
    CoreAnswer answer;
    try {
      answer = core.send(CoreCommand.post(path, key(plan, body), body));
    } catch (CoreUnreachable unreachable) {
      throw new CoreUnavailable(String.valueOf(unreachable.getMessage()));
    }
    if (answer.isDone()) {
      return answer.body();
    }
    String told = "it answers %d: %s".formatted(answer.status(), answer.detail());
    // A user that is not let in yet mends by itself, as what the core asks to repeat.
    if (answer.isLater() || answer.status() == 401) {
      throw new CoreUnavailable(told);
    }
    throw new PlanNotTaken(told);
  }

  private static byte[] body(PlanToPost plan) {
    ObjectNode body = JSON.createObjectNode();
    body.put("asOf", plan.asOf().toString());
    body.put("planVersion", Long.toString(plan.version()));
    ArrayNode proposals = body.putArray("proposals");
    for (PlanToPost.Line line : plan.proposals()) {
      ObjectNode proposal = proposals.addObject();
      proposal.put("proposal", line.proposal());
      proposal.put("item", line.item());
      proposal.put("source", line.lot().source());
      proposal.put("quantity", line.lot().quantity());
      proposal.put("orders", line.lot().orders());
      proposal.put("startDate", line.days().start().toString());
      proposal.put("dueDate", line.days().due().toString());
      proposal.put("neededDate", line.days().needed().toString());
      ArrayNode pegs = proposal.putArray("pegs");
      for (PlanToPost.Reason reason : line.pegs()) {
        ObjectNode peg = pegs.addObject();
        peg.put("reason", reason.reason());
        peg.put("document", reason.document());
        peg.put("quantity", reason.quantity());
      }
    }
    return written(body);
  }

  private static byte[] written(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A plan could not be written as JSON", e);
    }
  }

  private static String key(PlanToPost plan, byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return "plan/%s/%s/%d/%s"
          .formatted(
              plan.company(),
              plan.asOf(),
              plan.version(),
              HexFormat.of().formatHex(digest).substring(0, DIGEST));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
