/** Where somebody is signed in: device, address, last use. Newest first. */
export declare const listPersonSessions: import("../contract/operation.ts").Operation<{
    personId: string;
}, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        id: string;
        createdAt: string;
        lastSeenAt: string;
        expiresAt: string;
        userAgent: string;
        address: string;
        current: boolean;
    }[];
    next: string | null;
}>;
/** Ends one of somebody's sessions and its sockets at once. It takes no fewer rights than he holds. */
export declare const endPersonSession: import("../contract/operation.ts").Operation<{
    personId: string;
    sessionId: string;
}, object, object, void>;
/** Ends everything that somebody is signed in with: sessions, API tokens, sockets. */
export declare const endPersonSessions: import("../contract/operation.ts").Operation<{
    personId: string;
}, object, object, void>;
/** Somebody's API tokens, never the secret. Newest first. */
export declare const listPersonTokens: import("../contract/operation.ts").Operation<{
    personId: string;
}, {
    limit?: number;
    cursor?: string;
}, object, {
    items: {
        id: string;
        name: string;
        createdAt: string;
        expiresAt: string;
        lastUsedAt: string | null;
        permissions: string[] | null;
    }[];
    next: string | null;
}>;
export declare const deletePersonToken: import("../contract/operation.ts").Operation<{
    personId: string;
    tokenId: string;
}, object, object, void>;
