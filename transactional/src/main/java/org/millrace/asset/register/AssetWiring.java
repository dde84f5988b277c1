package org.millrace.asset.register;

import java.time.Clock;
import org.millrace.asset.Asset;
import org.millrace.asset.DueDepreciation;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.party.Companies;
import org.millrace.shared.OpenPeriods;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssetWiring {
  @Bean
  Documents<Asset> assets(DocumentStores stores) {
    return stores.of(Asset.KIND);
  }

  @Bean
  KeepAssets keepAssets(
      Documents<Asset> assets, Companies companies, OpenPeriods periods, Clock clock) {
    return new KeepAssets(assets, companies, periods, clock);
  }

  @Bean
  DueDepreciation dueDepreciation(Documents<Asset> assets) {
    return new DueCharges(assets);
  }

  @Bean
  AskedAssets askedAssets(Companies companies, KeepAssets keep) {
    return new AskedAssets(companies, keep);
  }
}
