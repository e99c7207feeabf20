/*
 * The floor of the comparison: as little as a program can do that passes every line of every client on to all of them.
 *
 * One thread and one level-triggered epoll. Each whole line is appended to every client's own output buffer. When all ready events of
 * a pass are handled, each client with output gets one send; what the kernel does not take stays in its buffer until it is writable
 * again. There is no sign-on, no room, no name, no history, no limit on who may speak.
 *
 *   floor [--tls CERTIFICATE KEY] [--websocket] PORT      Port 0 is any free one. Prints "listening PORT"; ends on SIGTERM.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include "floor.h"

enum { MAX_EVENTS = 1024, READ_BYTES = 64 * 1024, MAX_WAITING_BYTES = 64 * 1024 * 1024 };

struct floor {
    int epoll;
    int listener;
    bool websocket;
    struct tls_context *tls;
    struct client **clients;
    size_t count, capacity;
    bool dirty; /* Something was appended in this pass. */
};

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

static void *grown(void *memory, size_t bytes)
{
    void *larger = realloc(memory, bytes);
    if (larger == NULL)
        fail("out of memory");
    return larger;
}

void buffer_append(struct buffer *buffer, const char *bytes, size_t length)
{
    if (buffer->length + length > buffer->capacity) {
        while (buffer->length + length > buffer->capacity)
            buffer->capacity = buffer->capacity == 0 ? 4096 : buffer->capacity * 2;
        buffer->bytes = grown(buffer->bytes, buffer->capacity);
    }
    memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
}

void buffer_drop(struct buffer *buffer, size_t length)
{
    buffer->length -= length;
    memmove(buffer->bytes, buffer->bytes + length, buffer->length);
}

static void watch(struct floor *floor, struct client *client, int operation, uint32_t events)
{
    struct epoll_event event = { .events = events, .data.ptr = client };
    if (epoll_ctl(floor->epoll, operation, client == NULL ? floor->listener : client->socket, &event) != 0)
        fail("epoll_ctl");
}

static void accept_all(struct floor *floor)
{
    int socket;
    while ((socket = accept4(floor->listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
        struct client *client = calloc(1, sizeof *client);
        if (client == NULL)
            fail("out of memory");
        client->socket = socket;
        client->upgraded = !floor->websocket;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &(int){ 1 }, sizeof(int));
        if (floor->tls != NULL)
            client->tls = tls_accept(floor->tls, socket);
        if (floor->count == floor->capacity) {
            floor->capacity = floor->capacity == 0 ? 1024 : floor->capacity * 2;
            floor->clients = grown(floor->clients, floor->capacity * sizeof *floor->clients);
        }
        floor->clients[floor->count++] = client;
        watch(floor, client, EPOLL_CTL_ADD, EPOLLIN);
    }
}

static void broadcast(struct floor *floor, const char *bytes, size_t length)
{
    for (size_t i = 0; i < floor->count; i++)
        if (floor->clients[i]->upgraded)
            buffer_append(&floor->clients[i]->output, bytes, length);
    floor->dirty = true;
}

/* The next whole line; 0 where its end has not come yet. */
static size_t next_line(char *bytes, size_t length, struct slice *message)
{
    char *end = memchr(bytes, '\n', length);
    if (end == NULL)
        return 0;
    *message = (struct slice){ bytes, (size_t)(end - bytes) + 1 };
    return message->length;
}

/* Passes on every whole message; returns how many bytes are done with. */
static size_t pass_on(struct floor *floor, struct client *client, char *bytes, size_t length)
{
    size_t done = 0, used;
    if (!client->upgraded && (done = websocket_upgrade(client, bytes, length)) != 0)
        floor->dirty = true;
    while (client->upgraded && done < length) {
        struct slice message = { NULL, 0 };
        used = floor->websocket ? next_frame(bytes + done, length - done, &message) : next_line(bytes + done, length - done, &message);
        if (used == 0)
            break;
        if (message.length != 0)
            broadcast(floor, message.bytes, message.length);
        done += used;
    }
    return done;
}

static void read_from(struct floor *floor, struct client *client)
{
    static char shared[READ_BYTES];
    ssize_t got;
    do {
        got = client->tls != NULL ? tls_read(client->tls, shared, sizeof shared) : recv(client->socket, shared, sizeof shared, 0);
        if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
            client->gone = true;
        if (got <= 0)
            return;
        if (client->input.length == 0) {
            size_t done = pass_on(floor, client, shared, (size_t)got);
            buffer_append(&client->input, shared + done, (size_t)got - done);
        } else {
            buffer_append(&client->input, shared, (size_t)got);
            buffer_drop(&client->input, pass_on(floor, client, client->input.bytes, client->input.length));
        }
    } while (client->tls != NULL); /* What OpenSSL has read ahead, epoll does not know of. */
}

static void send_to(struct floor *floor, struct client *client)
{
    struct buffer *output = &client->output;
    ssize_t sent = client->tls != NULL ? tls_write(client->tls, output->bytes, output->length)
                                       : send(client->socket, output->bytes, output->length, MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN && errno != EINTR)
        client->gone = true;
    if (sent > 0)
        buffer_drop(output, (size_t)sent);
    if (output->length > MAX_WAITING_BYTES)
        client->gone = true;
    bool waits = output->length != 0;
    if (waits != client->waits && !client->gone) {
        watch(floor, client, EPOLL_CTL_MOD, waits ? EPOLLIN | EPOLLOUT : EPOLLIN);
        client->waits = waits;
    }
}

static void end_pass(struct floor *floor)
{
    for (size_t i = 0; i < floor->count;) {
        struct client *client = floor->clients[i];
        if (floor->dirty && client->output.length != 0 && !client->waits && !client->gone)
            send_to(floor, client);
        if (!client->gone) {
            i++;
            continue;
        }
        tls_free(client->tls);
        close(client->socket);
        free(client->input.bytes);
        free(client->output.bytes);
        free(client);
        floor->clients[i] = floor->clients[--floor->count];
    }
    floor->dirty = false;
}

static int listen_on(const char *port)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK), .sin_port = htons((uint16_t)atoi(port)) };
    socklen_t length = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &(int){ 1 }, sizeof(int));
    if (listener < 0 || bind(listener, (struct sockaddr *)&address, length) != 0 || listen(listener, SOMAXCONN) != 0)
        fail("listen");
    getsockname(listener, (struct sockaddr *)&address, &length);
    printf("listening %d\n", ntohs(address.sin_port));
    fflush(stdout);
    return listener;
}

int main(int argc, char **argv)
{
    struct floor floor = { .epoll = epoll_create1(EPOLL_CLOEXEC) };
    struct epoll_event events[MAX_EVENTS];
    int next = 1;
    for (; next < argc - 1; next++) {
        if (strcmp(argv[next], "--websocket") == 0)
            floor.websocket = true;
        else if (strcmp(argv[next], "--tls") == 0 && next + 3 < argc)
            floor.tls = tls_context(argv[next + 1], argv[next + 2]), next += 2;
        else
            break;
    }
    if (next != argc - 1) {
        fprintf(stderr, "usage: floor [--tls CERTIFICATE KEY] [--websocket] PORT\n");
        return 2;
    }
    floor.listener = listen_on(argv[next]);
    watch(&floor, NULL, EPOLL_CTL_ADD, EPOLLIN);
    for (;;) {
        int ready = epoll_wait(floor.epoll, events, MAX_EVENTS, -1);
        for (int i = 0; i < ready; i++) {
            struct client *client = events[i].data.ptr;
            if (client == NULL) {
                accept_all(&floor);
                continue;
            }
            if ((events[i].events & ~(uint32_t)EPOLLOUT) != 0)
                read_from(&floor, client);
            if ((events[i].events & EPOLLOUT) != 0 && !client->gone)
                send_to(&floor, client);
        }
        end_pass(&floor);
    }
}
