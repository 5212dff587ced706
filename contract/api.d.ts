export interface paths {
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            user: {
                                name: string;
                                email: string;
                                /** @enum {string} */
                                role: "owner";
                            };
                            tenant: {
                                slug: string;
                                name: string;
                                time_zone: string;
                                locale: string;
                                phone_numbers: string[];
                            };
                            csrf_token: string;
                            demo: boolean;
                        };
                    };
                };
                /** @description The request is not valid. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            user: {
                                name: string;
                                email: string;
                                /** @enum {string} */
                                role: "owner";
                            };
                            tenant: {
                                slug: string;
                                name: string;
                                time_zone: string;
                                locale: string;
                                phone_numbers: string[];
                            };
                            csrf_token: string;
                            demo: boolean;
                        };
                    };
                };
                /** @description The request is not valid. The body is not valid JSON. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request" | "/errors/platform/malformed-body";
                        };
                    };
                };
                /** @description E-mail address or password is wrong. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/identity/wrong-login";
                        };
                    };
                };
                /** @description There is no login in this installation yet. Use an API key. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/identity/login-not-configured";
                        };
                    };
                };
                /** @description The body is too large. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/body-too-large";
                        };
                    };
                };
                /** @description Send the body as application/json. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/unsupported-media-type";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request is not valid. The body is not valid JSON. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request" | "/errors/platform/malformed-body";
                        };
                    };
                };
                /** @description The body is too large. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/body-too-large";
                        };
                    };
                };
                /** @description Send the body as application/json. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/unsupported-media-type";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accounts: {
                                email: string;
                                password: string;
                                tenant_name: string;
                                slug: string;
                                description: string;
                            }[];
                        };
                    };
                };
                /** @description The request is not valid. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request";
                        };
                    };
                };
                /** @description There is no login in this installation yet. Use an API key. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/identity/login-not-configured";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                name: string;
                                synonyms: string[];
                                minutes: number;
                                segments: {
                                    minutes: number;
                                    gap_after_minutes: number;
                                }[];
                                price_minor: number;
                                currency: string;
                                grid_minutes: number;
                                minimum_notice_minutes: number;
                                horizon_days: number;
                            }[];
                            next_cursor: null;
                        };
                    };
                };
                /** @description The request is not valid. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            next_cursor: null;
                        };
                    };
                };
                /** @description The request is not valid. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    service: string;
                    from: string;
                    to: string;
                    staff?: string;
                    zone?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                token: string;
                                starts_at: string;
                                ends_at: string;
                                service: {
                                    id: string;
                                    name: string;
                                };
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
                            }[];
                            as_of: string;
                            unknown: string[];
                        };
                    };
                };
                /** @description The request is not valid. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed";
                        };
                    };
                };
                /** @description There is no such service. Nobody of this name or id works here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-service" | "/errors/scheduling/unknown-staff";
                        };
                    };
                };
                /** @description Several services fit this name. The range of time is not valid. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/ambiguous-service" | "/errors/scheduling/bad-range";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        /** @description `true` when this is the stored answer of an earlier request with the same key. */
                        "Idempotency-Replayed"?: "true";
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            token: string;
                            expires_at: string;
                        };
                    };
                };
                /** @description The request is not valid. The body is not valid JSON. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request" | "/errors/platform/malformed-body";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. The page is out of date. Reload it and try again. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed" | "/errors/access/csrf";
                        };
                    };
                };
                /** @description This offer has expired. Ask for free times again. This time is no longer free. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/slot-expired" | "/errors/scheduling/slot-taken";
                        };
                    };
                };
                /** @description The body is too large. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/body-too-large";
                        };
                    };
                };
                /** @description Send the body as application/json. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/unsupported-media-type";
                        };
                    };
                };
                /** @description This Idempotency-Key was used with another body. This is not a slot token of yours. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/scheduling/invalid-token";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                reference: string;
                                /** @enum {string} */
                                state: "requested" | "confirmed" | "checked_in" | "completed" | "cancelled" | "no_show";
                                starts_at: string;
                                ends_at: string;
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    minutes: number;
                                    price_minor: number;
                                    currency: string;
                                };
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
                                customer: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    phone: string | null;
                                    email: string | null;
                                };
                                attendee_name: string;
                                /** @enum {string} */
                                source: "phone" | "web" | "api" | "staff";
                                call_id: string | null;
                                note: string | null;
                                version: number;
                                created_at: string;
                                allowed: {
                                    move: true | {
                                        no: string;
                                    };
                                    cancel: true | {
                                        no: string;
                                    };
                                };
                            }[];
                            next_cursor: string | null;
                        };
                    };
                };
                /** @description The request is not valid. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                        customer: {
                            /** Format: uuid */
                            id: string;
                        } | {
                            name: string;
                            phone?: string | null;
                            email?: string | null;
                        };
                        attendee_name?: string;
                        note?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        /** @description `true` when this is the stored answer of an earlier request with the same key. */
                        "Idempotency-Replayed"?: "true";
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            reference: string;
                            /** @enum {string} */
                            state: "requested" | "confirmed" | "checked_in" | "completed" | "cancelled" | "no_show";
                            starts_at: string;
                            ends_at: string;
                            service: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                minutes: number;
                                price_minor: number;
                                currency: string;
                            };
                            staff: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            customer: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                phone: string | null;
                                email: string | null;
                            };
                            attendee_name: string;
                            /** @enum {string} */
                            source: "phone" | "web" | "api" | "staff";
                            call_id: string | null;
                            note: string | null;
                            version: number;
                            created_at: string;
                            allowed: {
                                move: true | {
                                    no: string;
                                };
                                cancel: true | {
                                    no: string;
                                };
                            };
                        };
                    };
                };
                /** @description The request is not valid. The body is not valid JSON. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request" | "/errors/platform/malformed-body";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. The page is out of date. Reload it and try again. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed" | "/errors/access/csrf";
                        };
                    };
                };
                /** @description There is no such customer. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/customers/unknown";
                        };
                    };
                };
                /** @description This offer has expired. Ask for free times again. This time is no longer free. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/slot-expired" | "/errors/scheduling/slot-taken";
                        };
                    };
                };
                /** @description The body is too large. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/body-too-large";
                        };
                    };
                };
                /** @description Send the body as application/json. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/unsupported-media-type";
                        };
                    };
                };
                /** @description This Idempotency-Key was used with another body. This is not a slot token of yours. This is not a phone number. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/scheduling/invalid-token" | "/errors/customers/bad-phone";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            reference: string;
                            /** @enum {string} */
                            state: "requested" | "confirmed" | "checked_in" | "completed" | "cancelled" | "no_show";
                            starts_at: string;
                            ends_at: string;
                            service: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                minutes: number;
                                price_minor: number;
                                currency: string;
                            };
                            staff: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            customer: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                phone: string | null;
                                email: string | null;
                            };
                            attendee_name: string;
                            /** @enum {string} */
                            source: "phone" | "web" | "api" | "staff";
                            call_id: string | null;
                            note: string | null;
                            version: number;
                            created_at: string;
                            allowed: {
                                move: true | {
                                    no: string;
                                };
                                cancel: true | {
                                    no: string;
                                };
                            };
                        };
                    };
                };
                /** @description The request is not valid. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed";
                        };
                    };
                };
                /** @description There is no such appointment. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-appointment";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        from?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        /** @description `true` when this is the stored answer of an earlier request with the same key. */
                        "Idempotency-Replayed"?: "true";
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            call_id: string;
                            turns: {
                                text: string;
                                acts: string[];
                            }[];
                        };
                    };
                };
                /** @description The request is not valid. The body is not valid JSON. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request" | "/errors/platform/malformed-body";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. The page is out of date. Reload it and try again. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed" | "/errors/access/csrf";
                        };
                    };
                };
                /** @description This business has no phone number yet. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/voice/no-number";
                        };
                    };
                };
                /** @description The body is too large. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/body-too-large";
                        };
                    };
                };
                /** @description Send the body as application/json. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/unsupported-media-type";
                        };
                    };
                };
                /** @description This Idempotency-Key was used with another body. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-calls/{call_id}/turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    call_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            turns: {
                                text: string;
                                acts: string[];
                            }[];
                            ended: boolean;
                        };
                    };
                };
                /** @description The request is not valid. The body is not valid JSON. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request" | "/errors/platform/malformed-body";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. The page is out of date. Reload it and try again. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed" | "/errors/access/csrf";
                        };
                    };
                };
                /** @description There is no such call. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/calls/unknown";
                        };
                    };
                };
                /** @description This call is over. Start a new one. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/reception/call-over";
                        };
                    };
                };
                /** @description The body is too large. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/body-too-large";
                        };
                    };
                };
                /** @description Send the body as application/json. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/unsupported-media-type";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-calls/{call_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    call_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ended: true;
                        };
                    };
                };
                /** @description The request is not valid. The body is not valid JSON. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request" | "/errors/platform/malformed-body";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. The page is out of date. Reload it and try again. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed" | "/errors/access/csrf";
                        };
                    };
                };
                /** @description There is no such call. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/calls/unknown";
                        };
                    };
                };
                /** @description The body is too large. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/body-too-large";
                        };
                    };
                };
                /** @description Send the body as application/json. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/unsupported-media-type";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-calls/recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                title: string;
                                description: string;
                                to: string;
                            }[];
                        };
                    };
                };
                /** @description The request is not valid. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed";
                        };
                    };
                };
                /** @description Recorded calls need the simulator, which runs in demo mode only. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/voice/simulator-not-configured";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/test-calls/play": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        recording: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            provider_call_id: string;
                        };
                    };
                };
                /** @description The request is not valid. The body is not valid JSON. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request" | "/errors/platform/malformed-body";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. The page is out of date. Reload it and try again. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed" | "/errors/access/csrf";
                        };
                    };
                };
                /** @description Recorded calls need the simulator, which runs in demo mode only. There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/voice/simulator-not-configured" | "/errors/voice/unknown-recording";
                        };
                    };
                };
                /** @description The body is too large. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/body-too-large";
                        };
                    };
                };
                /** @description Send the body as application/json. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/unsupported-media-type";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                    from?: string;
                    to?: string;
                    provider_call_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                provider_call_id: string;
                                /** @enum {string} */
                                provider: "retell" | "browser";
                                direction: string;
                                from: string | null;
                                to: string;
                                /** @enum {string} */
                                state: "ongoing" | "ended" | "not_connected" | "failed";
                                started_at: string;
                                ended_at: string | null;
                                outcome: ("booked" | "moved" | "cancelled" | "waitlist" | "callback" | "transferred" | "answered" | "wish" | "emergency" | "abandoned" | "failed") | null;
                                customer: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                            }[];
                            next_cursor: string | null;
                        };
                    };
                };
                /** @description The request is not valid. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            provider_call_id: string;
                            /** @enum {string} */
                            provider: "retell" | "browser";
                            direction: string;
                            from: string | null;
                            to: string;
                            /** @enum {string} */
                            state: "ongoing" | "ended" | "not_connected" | "failed";
                            started_at: string;
                            ended_at: string | null;
                            outcome: ("booked" | "moved" | "cancelled" | "waitlist" | "callback" | "transferred" | "answered" | "wish" | "emergency" | "abandoned" | "failed") | null;
                            customer: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            disconnection_reason: string | null;
                            transcript: {
                                /** @enum {string} */
                                role: "agent" | "user";
                                text: string;
                            }[] | null;
                            appointments: {
                                /** Format: uuid */
                                id: string;
                                reference: string;
                                /** @enum {string} */
                                state: "requested" | "confirmed" | "checked_in" | "completed" | "cancelled" | "no_show";
                                starts_at: string;
                                ends_at: string;
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    minutes: number;
                                    price_minor: number;
                                    currency: string;
                                };
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
                                customer: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    phone: string | null;
                                    email: string | null;
                                };
                                attendee_name: string;
                                /** @enum {string} */
                                source: "phone" | "web" | "api" | "staff";
                                call_id: string | null;
                                note: string | null;
                                version: number;
                                created_at: string;
                                allowed: {
                                    move: true | {
                                        no: string;
                                    };
                                    cancel: true | {
                                        no: string;
                                    };
                                };
                            }[];
                            messages: {
                                /** Format: uuid */
                                id: string;
                                channel: string;
                                kind: string;
                                recipient: string | null;
                                subject: string | null;
                                /** @enum {string} */
                                state: "queued" | "sent" | "failed" | "not_configured" | "no_address";
                                reason: string | null;
                                sent_at: string | null;
                            }[];
                            callback_requests: {
                                /** Format: uuid */
                                id: string;
                                reason: string;
                                wanted_when: string | null;
                                due_at: string;
                                name: string | null;
                                phone: string | null;
                                call_id: string | null;
                                state: string;
                                created_at: string;
                            }[];
                            timeline: {
                                /** Format: uuid */
                                id: string;
                                at: string;
                                /** @enum {string} */
                                kind: "webhook" | "inbound" | "tool" | "turn" | "fact" | "message";
                                name: string;
                                took_ms: number | null;
                                arguments: unknown;
                                result: unknown;
                                request_id: string;
                            }[];
                        };
                    };
                };
                /** @description The request is not valid. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed";
                        };
                    };
                };
                /** @description There is no such call. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/calls/unknown";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/callback-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    state?: "open" | "done" | "dropped";
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                reason: string;
                                wanted_when: string | null;
                                due_at: string;
                                name: string | null;
                                phone: string | null;
                                call_id: string | null;
                                state: string;
                                created_at: string;
                            }[];
                            next_cursor: null;
                        };
                    };
                };
                /** @description The request is not valid. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    request_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            request_id: string;
                            items: {
                                at: string;
                                /** @enum {string} */
                                kind: "inbox_event" | "webhook" | "inbound" | "tool" | "turn" | "appointment_change" | "job" | "message" | "delivery" | "outbound_request";
                                name: string;
                                state: string | null;
                                took_ms: number | null;
                                target: {
                                    /** @enum {string} */
                                    kind: "inbox_event" | "call" | "appointment" | "job" | "message";
                                    id: string;
                                } | null;
                                detail: string | null;
                            }[];
                        };
                    };
                };
                /** @description The request is not valid. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed";
                        };
                    };
                };
                /** @description Nothing in this business carries this request id. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/reporting/unknown-request";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": string;
                    };
                };
                /** @description The request is not valid. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/invalid-request";
                        };
                    };
                };
                /** @description Send a valid API key (Authorization: Bearer …) or log in. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-authenticated";
                        };
                    };
                };
                /** @description You may not do this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/access/not-allowed";
                        };
                    };
                };
                /** @description Something broke on our side. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/internal";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /** @description `/errors/` and the code; stable. */
            type: string;
            title: string;
            status: number;
            detail?: string;
            /** @description The request id. */
            instance: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
