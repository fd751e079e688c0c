package io.outrider.orchestrator.connector;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The CRM, under {@code outrider.crm.*}. Without a base URL its actions are refused. */
@ConfigMapping(prefix = "outrider.crm")
interface CrmConfig {

    /** Without the path, for example "https://api.hubapi.com". */
    Optional<URI> baseUrl();

    Optional<String> token();

    /** Fields that may be filled in where they are empty. Those that begin with "outrider_" may always be written. */
    @WithDefault("name,industry,numberofemployees,description,city,country,state,founded_year,website,phone,"
            + "firstname,lastname,jobtitle,hubspot_owner_id")
    List<String> fields();
}
