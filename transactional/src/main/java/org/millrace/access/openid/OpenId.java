package org.millrace.access.openid;

import java.util.Optional;

/** The login by OpenID Connect, where there is one. */
public record OpenId(Optional<OpenIdSettings> settings, Optional<? extends IdTokens> tokens) {
  /** Whether passwords open sessions of administrators alone. */
  public boolean isOnlyWay() {
    return settings
        .filter(s -> s.localLogin() == OpenIdSettings.LocalLogin.ADMINISTRATORS)
        .isPresent();
  }
}
