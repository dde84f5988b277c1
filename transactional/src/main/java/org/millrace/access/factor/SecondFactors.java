package org.millrace.access.factor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The second factors of users: a secret that the user's device and this core share, and codes to be
 * used once in the place of a lost device.
 */
public interface SecondFactors {

  /** What a device needs: the secret in Base32, the same as a URI, and that as a picture. */
  record Enrolment(String secret, String uri, String image) {}

  /** Since when the user has a second factor, and how many recovery codes are left. */
  record State(Optional<Instant> since, int recoveryCodesLeft) {}

  /** What a user has; nothing before the first code was right. */
  State of(String user);

  /** Makes a new secret, which counts once a code of it is confirmed. */
  Enrolment begin(String user);

  /** Switches the factor on and tells the recovery codes; empty when the code is wrong. */
  Optional<List<String>> confirm(String user, String code);

  /** Whether that is a code of now or a recovery code; either is taken once. */
  boolean accepts(String user, String code);

  /** Tells new recovery codes; those before end. */
  List<String> renewRecoveryCodes(String user);

  /** Switches the factor off and forgets all of it. */
  void remove(String user);
}
