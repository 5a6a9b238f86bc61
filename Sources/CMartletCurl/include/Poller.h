// The sockets that a multi handle waits for, in the kernel's own queue: epoll on Linux, kqueue on Apple platforms. One
// thread can change what is watched while another one sleeps, which `curl_multi_poll` does not allow.

#pragma once

#include <stdbool.h>

struct martlet_poller;

/// A socket that is ready.
struct martlet_ready {
    int socket;
    /// What it is ready for: CURL_CSELECT_IN (1) and CURL_CSELECT_OUT (2).
    int events;
};

/// Creates a poller; NULL when the process has no descriptor or memory left.
struct martlet_poller *_Nullable martlet_poller_create(void);
void martlet_poller_free(struct martlet_poller *_Nonnull poller);

/// Watches a socket for events, as in `martlet_ready`; 0 is none.
void martlet_poller_watch(struct martlet_poller *_Nonnull poller, int socket, int events, bool is_known);

/// Sleeps until a socket is ready, `martlet_poller_wake` is called, or the time is over.
/// Returns the number of sockets that are ready.
int martlet_poller_wait(
    struct martlet_poller *_Nonnull poller, struct martlet_ready *_Nonnull ready, int capacity, int timeout_ms);

/// Ends the current or the next wait, from any thread.
void martlet_poller_wake(struct martlet_poller *_Nonnull poller);
