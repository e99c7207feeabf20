/* What the parts of the floor know of each other. */
#ifndef FLOOR_H
#define FLOOR_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct buffer {
    char *bytes;
    size_t length, capacity;
};

struct slice {
    const char *bytes;
    size_t length;
};

struct tls;
struct tls_context;

struct client {
    int socket;
    bool upgraded; /* Hears what is said: at once, or for a WebSocket from its upgrade on. */
    bool waits;    /* The kernel did not take everything; EPOLLOUT is armed. */
    bool gone;     /* To be closed at the end of the pass. */
    struct tls *tls;
    struct buffer input, output;
};

void buffer_append(struct buffer *buffer, const char *bytes, size_t length);
void buffer_drop(struct buffer *buffer, size_t length);

/* Answers the upgrade request; returns its length, or 0 where its end has not come yet. */
size_t websocket_upgrade(struct client *client, const char *bytes, size_t length);

/* The next whole frame, turned in place into the one that a server sends; returns how many bytes it took, or 0 for too few. */
size_t next_frame(char *bytes, size_t length, struct slice *message);

/* Read and write return what recv and send would; the handshake is part of the first reads. */
struct tls_context *tls_context(const char *certificate, const char *key);
struct tls *tls_accept(struct tls_context *context, int socket);
ssize_t tls_read(struct tls *tls, char *bytes, size_t length);
ssize_t tls_write(struct tls *tls, const char *bytes, size_t length);
void tls_free(struct tls *tls);

#endif
