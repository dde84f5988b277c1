package org.millrace.exchange.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.millrace.settings.WebhookReceivers;

/**
 * Where events may be sent. Addresses of this machine and of networks that are not public are
 * refused unless the setting allows them: else whoever may make a webhook could reach what only the
 * server can.
 */
final class Receivers {
  private static final int LONGEST = 500;

  private final WebhookReceivers allowed;

  Receivers(WebhookReceivers allowed) {
    this.allowed = allowed;
  }

  /** What is wrong with an address as it is written; empty when nothing is. */
  Optional<String> wrong(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      return Optional.of("an address such as https://example.com/events");
    }
    boolean isAddress =
        uri.getHost() != null
            && uri.getUserInfo() == null
            && url.length() <= LONGEST
            && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    if (!isAddress) {
      return Optional.of("an address such as https://example.com/events");
    }
    if (allowed == WebhookReceivers.ANY) {
      return Optional.empty();
    }
    return uri.getScheme().equals("https") ? notPublic(uri.getHost()) : Optional.of("https");
  }

  /** Asked before each sending too: names may come to mean other addresses. */
  private static Optional<String> notPublic(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!isPublic(address)) {
          return Optional.of(
              "a public address; MILLRACE_WEBHOOK_RECEIVERS=any allows those of one's own network");
        }
      }
      return Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of("a host that has an address");
    }
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    boolean isReserved =
        address instanceof Inet4Address
            ? first == 0
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0
                || first == 198 && (second == 18 || second == 19)
                || first >= 224
            : (first & 0xFE) == 0xFC || first == 0x20 && second == 0x02 || isMapped(bytes);
    return !isReserved
        && !address.isAnyLocalAddress()
        && !address.isLoopbackAddress()
        && !address.isLinkLocalAddress()
        && !address.isSiteLocalAddress()
        && !address.isMulticastAddress();
  }

  /**
   * Addresses of the old kind inside the new one: ::ffff:10.0.0.1, 64:ff9b::10.0.0.1, ::10.0.0.1.
   */
  private static boolean isMapped(byte[] bytes) {
    boolean isTranslated = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xFF) == 0xFF;
    boolean startsEmpty = true;
    for (int i = 0; i < 10; i++) {
      startsEmpty &= bytes[i] == 0;
    }
    return isTranslated || startsEmpty;
  }
}
