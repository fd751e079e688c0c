package io.outrider.kit.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Turns a host into its addresses. */
@FunctionalInterface
public interface Dns {

    /** May block the calling virtual thread. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
