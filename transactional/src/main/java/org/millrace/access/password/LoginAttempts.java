package org.millrace.access.password;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows down whoever guesses passwords. After {@value #FREE} wrong ones in a row for a name from an
 * address, each further one closes the login of that name to that address: for half a minute, then
 * twice as long each time, at most a quarter of an hour. An address is closed to all names after
 * {@value #FREE_OF_ADDRESS}. Strangers elsewhere lock nobody out, and after {@link #LONGEST}
 * without a further one all is forgotten. An attempt counts as wrong from its begin, so that many
 * at once are no more than many in a row; the right password forgets them. Kept in memory, and not
 * for ever: a restart forgives.
 */
public final class LoginAttempts {
  /** So many wrong ones of a name from an address close nothing. */
  public static final int FREE = 5;

  static final int FREE_OF_ADDRESS = 50;
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<Who, Failures> byName = bounded();
  private final Map<String, Failures> byAddress = bounded();

  public LoginAttempts(Clock clock) {
    this.clock = clock;
  }

  private record Who(String name, String address) {}

  /** How many failed, how many are being looked at, and until when no other one is. */
  private record Failures(int failed, int begun, Instant closedUntil) {
    static final Failures NONE = new Failures(0, 0, Instant.EPOCH);

    Failures withBegun(int more) {
      return new Failures(failed, Math.max(0, begun + more), closedUntil);
    }

    /** Those of which the last one is long past do not count any more. */
    Failures at(Instant now) {
      return closedUntil.plus(LONGEST).isAfter(now) ? this : NONE.withBegun(begun);
    }

    Failures withFailed(Instant now, int free) {
      Instant until = failed + 1 < free ? now : now.plus(pauseAfter(failed + 1 - free));
      return new Failures(failed + 1, Math.max(0, begun - 1), until);
    }

    /** Zero when another one may begin; a moment when those begun may still use up what is free. */
    Duration closedFor(Instant now, int free) {
      if (closedUntil.isAfter(now)) {
        return Duration.between(now, closedUntil);
      }
      boolean isUsedUp = begun > 0 && failed + begun >= free;
      return isUsedUp ? Duration.ofSeconds(1) : Duration.ZERO;
    }
  }

  /** How long to wait; zero when the attempt has begun, which ends by failed or succeeded. */
  public synchronized Duration begin(String name, String address) {
    Instant now = clock.instant();
    Who who = new Who(name, address);
    Failures named = none(byName.get(who)).at(now);
    Failures addressed = none(byAddress.get(address)).at(now);
    Duration wait = named.closedFor(now, FREE);
    Duration waitOfAddress = addressed.closedFor(now, FREE_OF_ADDRESS);
    Duration longer = wait.compareTo(waitOfAddress) > 0 ? wait : waitOfAddress;
    if (longer.isZero()) {
      byName.put(who, named.withBegun(1));
      byAddress.put(address, addressed.withBegun(1));
    }
    return longer;
  }

  /** The attempt was wrong. */
  public synchronized void failed(String name, String address) {
    Instant now = clock.instant();
    byName.compute(new Who(name, address), (who, before) -> none(before).withFailed(now, FREE));
    byAddress.compute(address, (who, before) -> none(before).withFailed(now, FREE_OF_ADDRESS));
  }

  /** The attempt was right, which forgets the wrong ones of that name from there. */
  public synchronized void succeeded(String name, String address) {
    byName.computeIfPresent(
        new Who(name, address),
        (who, before) -> before.begun() > 1 ? Failures.NONE.withBegun(before.begun() - 1) : null);
    byAddress.computeIfPresent(address, (who, before) -> before.withBegun(-1));
  }

  /** It came to no end, such as when the database does not answer. */
  public synchronized void abandoned(String name, String address) {
    byName.computeIfPresent(new Who(name, address), (who, before) -> before.withBegun(-1));
    byAddress.computeIfPresent(address, (who, before) -> before.withBegun(-1));
  }

  private static Failures none(@Nullable Failures before) {
    return before == null ? Failures.NONE : before;
  }

  private static Duration pauseAfter(int beyond) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(beyond, 10));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  private static <K> Map<K, Failures> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, Failures> eldest) {
        return size() > REMEMBERED;
      }
    };
  }
}
