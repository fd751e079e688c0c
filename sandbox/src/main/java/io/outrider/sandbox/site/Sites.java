package io.outrider.sandbox.site;

import io.outrider.sandbox.http.Endpoint;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All company sites, found by host: those of the data, and the generated ones of {@link Fleet}. Any other host is not
 * there: the connection is cut. */
public final class Sites implements Endpoint {

    private final Map<String, Company> companies = Companies.load();
    private final Map<String, Site> sites = new ConcurrentHashMap<>();
    private final Fleet fleet = new Fleet();
    private final LocalDate today;

    public Sites(Clock clock) {
        this.today = LocalDate.now(clock);
    }

    /** The hosts that have a site of their own in the data. */
    public Set<String> hosts() {
        return companies.keySet();
    }

    /**
     * How large the pages of generated companies are from now on, in kilobytes; both ends belong to it.
     *
     * @throws io.outrider.sandbox.http.BadJson if that is no range of 1 to 4,096
     */
    public void sizeFleet(int fromKb, int toKb) {
        fleet.sized(fromKb, toKb);
    }

    @Override
    public Reply answer(Request request) {
        var host = request.host().startsWith("www.") ? request.host().substring(4) : request.host();
        var company = companies.get(host);
        if (company == null) {
            return fleet.answer(host, request.path()).orElseGet(Reply::nobody);
        }
        return sites.computeIfAbsent(host, ignored -> new Site(company, today)).answer(request.path());
    }
}
