package io.outrider.orchestrator.run.queue;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Slots that become more and fewer while some are taken, given in the order of asking. */
final class Slots {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition free = lock.newCondition();
    private int most;
    private int taken;
    private boolean closed;

    Slots(int most) {
        this.most = most;
    }

    /** @return false where there will be none any more */
    boolean enter() {
        lock.lock();
        try {
            while (!closed && taken >= most) {
                free.awaitUninterruptibly();
            }
            if (!closed) {
                taken++;
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            taken--;
            free.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whoever has a place keeps it. */
    void resize(int now) {
        lock.lock();
        try {
            for (int more = most; more < now; more++) {
                free.signal();
            }
            most = now;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            free.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Those who stand in line. */
    int waiting() {
        lock.lock();
        try {
            return lock.getWaitQueueLength(free);
        } finally {
            lock.unlock();
        }
    }

    int taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
