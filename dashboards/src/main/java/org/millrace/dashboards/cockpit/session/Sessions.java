package org.millrace.dashboards.cockpit.session;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who a token stands for. Only the core knows, so it is asked; its answer is believed for a few
 * seconds. While the core does not answer, what it said last is believed a little longer, so that
 * boards survive its restart; then nobody is let in.
 */
public final class Sessions {
  private static final Duration BELIEVED = Duration.ofSeconds(3);
  private static final Duration BELIEVED_WITHOUT_CORE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int REMEMBERED = 10_000;
  private static final int UNAUTHORIZED = 401;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI core;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final Map<String, Answered> byToken =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answered> eldest) {
          return size() > REMEMBERED;
        }
      };

  public Sessions(URI core, Clock clock) {
    this.core = core;
    this.clock = clock;
  }

  /** What the core said about a token, and when. */
  private record Answered(Optional<Visitor> visitor, Instant at) {
    boolean isAtMost(Duration age, Instant now) {
      return at.plus(age).isAfter(now);
    }
  }

  /** The core is needed to know who asks, and does not answer. */
  public static final class CoreDown extends IOException {
    private static final long serialVersionUID = 1L;

    CoreDown(String message) {
      super(message);
    }

    CoreDown(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The visitor of a token; empty when the core does not know it (any more). */
  public Optional<Visitor> visitor(String token) throws CoreDown {
    Instant now = clock.instant();
    Optional<Answered> before = remembered(token);
    if (before.filter(told -> told.isAtMost(BELIEVED, now)).isPresent()) {
      return before.get().visitor();
    }
    try {
      Answered told = new Answered(asked(token), now);
      synchronized (byToken) {
        byToken.put(token, told);
      }
      return told.visitor();
    } catch (CoreDown down) {
      return before
          .filter(told -> told.isAtMost(BELIEVED_WITHOUT_CORE, now))
          .orElseThrow(() -> down)
          .visitor();
    }
  }

  /** Ends the session in the core, and here at once. */
  public void end(String token) throws CoreDown {
    synchronized (byToken) {
      byToken.remove(token);
    }
    HttpRequest.Builder request =
        request("/api/logout", token)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.noBody());
    HttpResponse<String> answer = send(request);
    if (answer.statusCode() / 100 != 2 && answer.statusCode() != UNAUTHORIZED) {
      throw new CoreDown("It answered " + answer.statusCode() + " to the logout");
    }
  }

  private Optional<Answered> remembered(String token) {
    synchronized (byToken) {
      return Optional.ofNullable(byToken.get(token));
    }
  }

  private Optional<Visitor> asked(String token) throws CoreDown {
    HttpResponse<String> answer = send(request("/api/session", token).GET());
    return switch (answer.statusCode()) {
      case 200 -> Optional.of(visitor(JSON.readTree(answer.body()), token));
      case UNAUTHORIZED -> Optional.empty();
      default -> throw new CoreDown("It answered " + answer.statusCode());
    };
  }

  private HttpRequest.Builder request(String path, String token) throws CoreDown {
    try {
      return HttpRequest.newBuilder(core.resolve(path))
          .timeout(PATIENCE)
          .header("Authorization", "Bearer " + token);
    } catch (IllegalArgumentException unreadable) { // a token with signs that no header takes
      return HttpRequest.newBuilder(core.resolve(path)).timeout(PATIENCE);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws CoreDown {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new CoreDown("The core does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CoreDown("Interrupted while asking the core", e);
    }
  }

  private static Visitor visitor(JsonNode session, String token) {
    Set<String> roles = new HashSet<>();
    session.path("roles").forEach(role -> roles.add(role.asString("")));
    Map<String, Set<String>> permissions = new HashMap<>();
    session
        .path("permissions")
        .forEachEntry(
            (company, held) -> {
              Set<String> all = permissions.computeIfAbsent(company, c -> new HashSet<>());
              held.forEach(permission -> all.add(permission.asString("")));
            });
    return new Visitor(
        session.path("user").asString(""),
        new Visitor.Rights(
            roles,
            permissions,
            session.path("mustChangePassword").asBoolean(false),
            session.path("mustSetUpSecondFactor").asBoolean(false)),
        Instant.parse(session.path("expiresAt").asString()),
        token);
  }
}
