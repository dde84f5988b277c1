package org.millrace.crm.campaign;

import org.millrace.crm.Campaign;
import org.millrace.crm.CampaignCode;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;

/** The campaigns of each company. */
interface Campaigns {
  /**
   * Keeps a new campaign.
   *
   * @throws org.millrace.shared.Refused as conflict when the code is taken
   */
  void add(KeptCampaign planned);

  /**
   * Keeps a changed campaign.
   *
   * @throws org.millrace.shared.Refused as stale when it was changed since it was read
   */
  void change(KeptCampaign changed);

  /**
   * One campaign.
   *
   * @throws org.millrace.shared.Refused as not found
   */
  KeptCampaign named(CompanyCode company, CampaignCode code);

  /**
   * One campaign that a change was decided on.
   *
   * @throws org.millrace.shared.Refused as stale when it no longer has that version
   */
  default KeptCampaign named(CompanyCode company, CampaignCode code, Version expected) {
    KeptCampaign kept = named(company, code);
    expected.check("Campaign " + code, kept.version().number());
    return kept;
  }

  /** Campaigns whose code, name, status or items match, the latest first. */
  Page<Campaign> page(CompanyCode company, PageRequest request);
}
