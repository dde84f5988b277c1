package org.millrace.access;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * What each role may do, path by path. Whoever is logged in may read, except the ledger, which is
 * for finance alone; the admin may do all.
 */
final class PermissionsHttp {
  private static final String COMPANY = "/api/companies/*/";

  private PermissionsHttp() {}

  static void declare(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests.requestMatchers("/health", "/api/login", "/api/docs/**", "/swagger-ui/**").permitAll();
    requests.requestMatchers("/api/users/**", "/api/users", "/api/audit").hasRole("admin");
    requests.requestMatchers(COMPANY + "ledger/**").hasAnyRole(roles(UserRole.FINANCE));
    requests.requestMatchers(HttpMethod.GET, "/api/**").authenticated();
    requests
        .requestMatchers(
            COMPANY + "sales/invoices/*/payments",
            COMPANY + "purchasing/invoices/**",
            COMPANY + "purchasing/match-tolerance")
        .hasAnyRole(roles(UserRole.FINANCE));
    requests
        .requestMatchers(COMPANY + "imports/item-policies", COMPANY + "imports/forecast-overrides")
        .hasAnyRole(roles(UserRole.PLANNER));
    requests.requestMatchers(COMPANY + "imports/**").hasAnyRole(roles(UserRole.FINANCE));
    requests
        .requestMatchers(COMPANY + "purchasing/orders/*/invoices")
        .hasAnyRole(roles(UserRole.FINANCE, UserRole.PLANNER));
    requests
        .requestMatchers(COMPANY + "sales/**", COMPANY + "crm/**")
        .hasAnyRole(roles(UserRole.SALES));
    requests
        .requestMatchers(
            COMPANY + "purchasing/**",
            COMPANY + "production/**",
            COMPANY + "stock/**",
            COMPANY + "planning/**")
        .hasAnyRole(roles(UserRole.PLANNER));
    requests
        .requestMatchers(COMPANY + "service/**", COMPANY + "parties/**", COMPANY + "items/**")
        .hasAnyRole(roles(UserRole.SALES, UserRole.PLANNER));
    requests.anyRequest().hasRole("admin");
  }

  static String word(UserRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static String[] roles(UserRole... roles) {
    String[] words = Arrays.stream(roles).map(PermissionsHttp::word).toArray(String[]::new);
    String[] withAdmin = Arrays.copyOf(words, words.length + 1);
    withAdmin[words.length] = word(UserRole.ADMIN);
    return withAdmin;
  }
}
