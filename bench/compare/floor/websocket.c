/* WebSocket for the floor (RFC 6455): whole text frames only, which is all that a load generator sends. */
#define _GNU_SOURCE
#include <ctype.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include "floor.h"

size_t websocket_upgrade(struct client *client, const char *bytes, size_t length)
{
    static const char key_name[] = "Sec-WebSocket-Key:", secret[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    const char *end = memmem(bytes, length, "\r\n\r\n", 4);
    if (end == NULL)
        return 0;
    char request[4096], key[128], reply[256];
    size_t request_length = (size_t)(end - bytes) + 4;
    snprintf(request, sizeof request, "%.*s", (int)request_length, bytes);
    const char *value = strcasestr(request, key_name);
    if (value == NULL) {
        client->gone = true;
        return request_length;
    }
    value += sizeof key_name - 1;
    value += strspn(value, " ");
    int key_length = snprintf(key, sizeof key, "%.*s%s", (int)strcspn(value, " \r\n"), value, secret);
    unsigned char hash[SHA_DIGEST_LENGTH], accept[32];
    SHA1((const unsigned char *)key, (size_t)key_length < sizeof key ? (size_t)key_length : sizeof key - 1, hash);
    EVP_EncodeBlock(accept, hash, sizeof hash);
    int reply_length = snprintf(reply, sizeof reply,
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n", (const char *)accept);
    buffer_append(&client->output, reply, (size_t)reply_length);
    /* Whatever the client offers first it may have. */
    const char *protocol = strcasestr(request, "Sec-WebSocket-Protocol:");
    if (protocol != NULL) {
        protocol += strlen("Sec-WebSocket-Protocol:");
        protocol += strspn(protocol, " ");
        reply_length = snprintf(reply, sizeof reply, "Sec-WebSocket-Protocol: %.*s\r\n", (int)strcspn(protocol, ", \r\n"), protocol);
        buffer_append(&client->output, reply, (size_t)reply_length);
    }
    buffer_append(&client->output, "\r\n", 2);
    client->upgraded = true;
    return request_length;
}

size_t next_frame(char *bytes, size_t length, struct slice *message)
{
    unsigned char *frame = (unsigned char *)bytes;
    if (length < 6)
        return 0;
    size_t header = 6, payload = frame[1] & 0x7f; /* Two bytes and the mask. */
    if (payload == 126) {
        header = 8;
        payload = length < header ? SIZE_MAX / 2 : (size_t)frame[2] << 8 | frame[3];
    }
    if (length < header || length - header < payload)
        return 0;
    const unsigned char *mask = frame + header - 4;
    unsigned char first = frame[0], keys[4] = { mask[0], mask[1], mask[2], mask[3] };
    for (size_t i = 0; i < payload; i++)
        frame[header + i] ^= keys[i % 4];
    if ((first & 0x0f) == 1 || (first & 0x0f) == 2) {
        /* A server's header has no mask, so it fits right before the payload. */
        size_t answer = header - 4;
        unsigned char *start = frame + header - answer;
        memmove(start, frame, answer);
        start[1] &= 0x7f;
        *message = (struct slice){ (char *)start, answer + payload };
    }
    return header + payload;
}
