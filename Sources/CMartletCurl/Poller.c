#include "Poller.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { readable = 1, writable = 2, batch = 64 };

#ifdef __APPLE__

#include <sys/event.h>
#include <sys/time.h>

struct martlet_poller {
    int queue;
};

static void change(struct martlet_poller *poller, int id, int filter, int flags, int note) {
    struct kevent event;
    EV_SET(&event, id, filter, flags, note, 0, NULL);
    (void)kevent(poller->queue, &event, 1, NULL, 0, NULL);
}

struct martlet_poller *martlet_poller_create(void) {
    struct martlet_poller *poller = malloc(sizeof *poller);
    if (poller == NULL) return NULL;
    poller->queue = kqueue();
    if (poller->queue < 0) {
        free(poller);
        return NULL;
    }
    change(poller, 0, EVFILT_USER, EV_ADD | EV_CLEAR, 0);
    return poller;
}

void martlet_poller_free(struct martlet_poller *poller) {
    close(poller->queue);
    free(poller);
}

void martlet_poller_watch(struct martlet_poller *poller, int socket, int events, bool is_known) {
    (void)is_known;
    // Deleting what is not there fails, without effect.
    change(poller, socket, EVFILT_READ, events & readable ? EV_ADD : EV_DELETE, 0);
    change(poller, socket, EVFILT_WRITE, events & writable ? EV_ADD : EV_DELETE, 0);
}

int martlet_poller_wait(struct martlet_poller *poller, struct martlet_ready *ready, int capacity, int timeout_ms) {
    struct kevent events[batch];
    struct timespec timeout = {timeout_ms / 1000, (timeout_ms % 1000) * 1000000L};
    int count = kevent(poller->queue, NULL, 0, events, capacity < batch ? capacity : batch, &timeout);
    int found = 0;
    for (int i = 0; i < count; i++) {
        if (events[i].filter == EVFILT_USER) continue;
        ready[found].socket = (int)events[i].ident;
        ready[found].events = events[i].filter == EVFILT_WRITE ? writable : readable;
        found++;
    }
    return found;
}

void martlet_poller_wake(struct martlet_poller *poller) { change(poller, 0, EVFILT_USER, 0, NOTE_TRIGGER); }

#else

#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

struct martlet_poller {
    int queue;
    int bell;
};

static int control(struct martlet_poller *poller, int operation, int socket, uint32_t events) {
    struct epoll_event event = {.events = events, .data.fd = socket};
    return epoll_ctl(poller->queue, operation, socket, &event);
}

struct martlet_poller *martlet_poller_create(void) {
    struct martlet_poller *poller = malloc(sizeof *poller);
    if (poller == NULL) return NULL;
    poller->queue = epoll_create1(EPOLL_CLOEXEC);
    poller->bell = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (poller->queue < 0 || poller->bell < 0 || control(poller, EPOLL_CTL_ADD, poller->bell, EPOLLIN) != 0) {
        martlet_poller_free(poller);
        return NULL;
    }
    return poller;
}

void martlet_poller_free(struct martlet_poller *poller) {
    if (poller->queue >= 0) close(poller->queue);
    if (poller->bell >= 0) close(poller->bell);
    free(poller);
}

void martlet_poller_watch(struct martlet_poller *poller, int socket, int events, bool is_known) {
    if (events == 0) {
        control(poller, EPOLL_CTL_DEL, socket, 0);
        return;
    }
    uint32_t interest = (events & readable ? EPOLLIN : 0) | (events & writable ? EPOLLOUT : 0);
    int expected = is_known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
    // The system forgets a socket that is closed, and another one can have its number afterwards.
    if (control(poller, expected, socket, interest) != 0) {
        control(poller, is_known ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, socket, interest);
    }
}

int martlet_poller_wait(struct martlet_poller *poller, struct martlet_ready *ready, int capacity, int timeout_ms) {
    struct epoll_event events[batch];
    int count = epoll_wait(poller->queue, events, capacity < batch ? capacity : batch, timeout_ms);
    int found = 0;
    for (int i = 0; i < count; i++) {
        int socket = events[i].data.fd;
        if (socket == poller->bell) {
            uint64_t rings;
            (void)!read(poller->bell, &rings, sizeof rings);
            continue;
        }
        uint32_t state = events[i].events;
        // Reading or writing then fails with the reason.
        bool has_failed = (state & (EPOLLERR | EPOLLHUP)) != 0;
        ready[found].socket = socket;
        ready[found].events =
            (has_failed || state & EPOLLIN ? readable : 0) | (has_failed || state & EPOLLOUT ? writable : 0);
        found++;
    }
    return found;
}

void martlet_poller_wake(struct martlet_poller *poller) {
    uint64_t one = 1;
    (void)!write(poller->bell, &one, sizeof one);
}

#endif
