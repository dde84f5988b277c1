package org.millrace.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Where a request comes from. The cockpit, on the same machine, says for whom it asks; from
 * elsewhere nobody is believed.
 */
public final class CallerAddress {
  private static final String FORWARDED = "X-Forwarded-For";
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

  private CallerAddress() {}

  /** The address, as text. */
  public static String of(HttpServletRequest request) {
    String told = request.getHeader(FORWARDED);
    boolean usable = told != null && ADDRESS.matcher(told).matches();
    return usable && isOfThisMachine(request.getRemoteAddr()) ? told : request.getRemoteAddr();
  }

  private static boolean isOfThisMachine(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress(); // a literal: nothing is looked up
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
