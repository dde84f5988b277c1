package org.millrace.access.openid;

import java.time.Clock;
import java.util.Optional;
import org.millrace.access.role.Roles;
import org.millrace.settings.CoreSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenIdWiring {
  /** Holds nothing where no file of settings is named. */
  @Bean
  OpenId openId(CoreSettings settings, Roles roles, Clock clock) {
    Optional<OpenIdSettings> read =
        settings.access().openId().map(file -> OpenIdSettings.read(file, roles.names()));
    return new OpenId(read, read.map(openId -> new IdTokensHttp(openId, clock)));
  }
}
