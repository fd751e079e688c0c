package io.outrider.research.crawl;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Turns a host into its addresses. */
@FunctionalInterface
interface Dns {

    /** May block the calling virtual thread. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
