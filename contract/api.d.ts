export interface paths {
    "/api/v1/settings": {
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
                            name: string;
                            locale: string;
                            contact_email: string | null;
                            store_transcripts: boolean;
                            store_recordings: boolean;
                            /** @enum {string} */
                            assignment: "first" | "weighted" | "least_loaded" | "last_served";
                            /**
                             * @description Who takes apart what callers say. `model` has an effect where the operator has configured one.
                             * @enum {string}
                             */
                            understanding: "rules" | "model";
                            /** @description How callers show who they are before own appointments are told, moved or cancelled. Left out: the number they call from; where people come for their health a code for hearing and cancelling. */
                            identity: {
                                /** @enum {string} */
                                hear?: "number" | "number_and_birth_date" | "code";
                                /** @enum {string} */
                                move?: "number" | "number_and_birth_date" | "code";
                                /** @enum {string} */
                                cancel?: "number" | "number_and_birth_date" | "code";
                            };
                            slug: string;
                            sector: string;
                            time_zone: string;
                            region: string;
                            version: number;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {string} */
                        locale?: "de-DE" | "en-GB" | "en-US";
                        contact_email?: string | null;
                        store_transcripts?: boolean;
                        store_recordings?: boolean;
                        /** @enum {string} */
                        assignment?: "first" | "weighted" | "least_loaded" | "last_served";
                        /**
                         * @description Who takes apart what callers say. `model` has an effect where the operator has configured one.
                         * @enum {string}
                         */
                        understanding?: "rules" | "model";
                        /** @description How callers show who they are before own appointments are told, moved or cancelled. Left out: the number they call from; where people come for their health a code for hearing and cancelling. */
                        identity?: {
                            /** @enum {string} */
                            hear?: "number" | "number_and_birth_date" | "code";
                            /** @enum {string} */
                            move?: "number" | "number_and_birth_date" | "code";
                            /** @enum {string} */
                            cancel?: "number" | "number_and_birth_date" | "code";
                        };
                        version?: number;
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
                            name: string;
                            locale: string;
                            contact_email: string | null;
                            store_transcripts: boolean;
                            store_recordings: boolean;
                            /** @enum {string} */
                            assignment: "first" | "weighted" | "least_loaded" | "last_served";
                            /**
                             * @description Who takes apart what callers say. `model` has an effect where the operator has configured one.
                             * @enum {string}
                             */
                            understanding: "rules" | "model";
                            /** @description How callers show who they are before own appointments are told, moved or cancelled. Left out: the number they call from; where people come for their health a code for hearing and cancelling. */
                            identity: {
                                /** @enum {string} */
                                hear?: "number" | "number_and_birth_date" | "code";
                                /** @enum {string} */
                                move?: "number" | "number_and_birth_date" | "code";
                                /** @enum {string} */
                                cancel?: "number" | "number_and_birth_date" | "code";
                            };
                            slug: string;
                            sector: string;
                            time_zone: string;
                            region: string;
                            version: number;
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
                /** @description Somebody changed this meanwhile. Read it again. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/locations": {
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
                                time_zone: string;
                                address: string | null;
                                transfer: {
                                    phone: string;
                                    week: {
                                        weekday: number;
                                        from: string;
                                        to: string;
                                    }[];
                                } | null;
                                version: number;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/locations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        transfer: {
                            phone: string;
                            week: {
                                weekday: number;
                                from: string;
                                to: string;
                            }[];
                        } | null;
                        version?: number;
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
                            /** Format: uuid */
                            id: string;
                            name: string;
                            time_zone: string;
                            address: string | null;
                            transfer: {
                                phone: string;
                                week: {
                                    weekday: number;
                                    from: string;
                                    to: string;
                                }[];
                            } | null;
                            version: number;
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
                /** @description There is no such location. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/tenants/unknown-location";
                        };
                    };
                };
                /** @description Somebody changed this meanwhile. Read it again. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version";
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
                /** @description The hours in which callers are put through are not valid. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/tenants/bad-transfer-hours";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/phone-numbers": {
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
                                e164: string;
                                location: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/api-keys": {
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
                                prefix: string;
                                name: string;
                                scopes: string[];
                                /** @enum {string} */
                                state: "valid" | "expired" | "revoked";
                                created_at: string;
                                expires_at: string | null;
                                /** @description To the minute. */
                                last_used_at: string | null;
                                replaces: string | null;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                        name: string;
                        scopes: ("all" | "read" | "write" | "manage")[];
                        expires_in_days?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @description Shown this once. */
                            key: string;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/api-keys/{id}/rotate": {
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
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default 24 */
                        overlap_hours?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @description Shown this once. */
                            key: string;
                            old_ends_at: string;
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
                /** @description There is no such API key. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/identity/unknown-api-key";
                        };
                    };
                };
                /** @description This API key has ended or was replaced before. Make a new one. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/identity/api-key-is-over";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
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
                /** @description There is no such API key. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/identity/unknown-api-key";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/customers": {
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
                    phone?: string;
                    q?: string;
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
                                name: string;
                                phones: {
                                    e164: string;
                                    is_primary: boolean;
                                }[];
                                email: string | null;
                                language: string;
                                notes: string | null;
                                date_of_birth: string | null;
                                vip_tier: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                created_at: string;
                                version: number;
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
                /** @description This is not a phone number. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/customers/bad-phone";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                        name: string;
                        phones?: string[];
                        email?: string | null;
                        /** @enum {string} */
                        language?: "de" | "en";
                        notes?: string | null;
                        date_of_birth?: string | null;
                        vip_tier_id?: string | null;
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
                            name: string;
                            phones: {
                                e164: string;
                                is_primary: boolean;
                            }[];
                            email: string | null;
                            language: string;
                            notes: string | null;
                            date_of_birth: string | null;
                            vip_tier: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            created_at: string;
                            version: number;
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
                /** @description There is no such tier. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/customers/unknown-tier";
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
                /** @description This Idempotency-Key was used with another body. This is not a phone number. This is not a date of birth. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/customers/bad-phone" | "/errors/customers/bad-date";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/customers/{id}": {
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
                            name: string;
                            phones: {
                                e164: string;
                                is_primary: boolean;
                            }[];
                            email: string | null;
                            language: string;
                            notes: string | null;
                            date_of_birth: string | null;
                            vip_tier: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            created_at: string;
                            version: number;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        phones?: string[];
                        email?: string | null;
                        /** @enum {string} */
                        language?: "de" | "en";
                        notes?: string | null;
                        date_of_birth?: string | null;
                        vip_tier_id?: string | null;
                        version?: number;
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
                            /** Format: uuid */
                            id: string;
                            name: string;
                            phones: {
                                e164: string;
                                is_primary: boolean;
                            }[];
                            email: string | null;
                            language: string;
                            notes: string | null;
                            date_of_birth: string | null;
                            vip_tier: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            created_at: string;
                            version: number;
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
                /** @description There is no such customer. There is no such tier. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/customers/unknown" | "/errors/customers/unknown-tier";
                        };
                    };
                };
                /** @description Somebody changed this meanwhile. Read it again. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version";
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
                /** @description This is not a phone number. This is not a date of birth. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/customers/bad-phone" | "/errors/customers/bad-date";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/vip-tiers": {
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
                                extra_horizon_days: number;
                                waives_notice: boolean;
                                waitlist_priority: number;
                                version: number;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                        name: string;
                        extra_horizon_days?: number;
                        waives_notice?: boolean;
                        waitlist_priority?: number;
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
                            name: string;
                            extra_horizon_days: number;
                            waives_notice: boolean;
                            waitlist_priority: number;
                            version: number;
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
                /** @description A tier has this name already. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/customers/tier-name-taken";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/vip-tiers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        extra_horizon_days?: number;
                        waives_notice?: boolean;
                        waitlist_priority?: number;
                        version?: number;
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
                            /** Format: uuid */
                            id: string;
                            name: string;
                            extra_horizon_days: number;
                            waives_notice: boolean;
                            waitlist_priority: number;
                            version: number;
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
                /** @description There is no such tier. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/customers/unknown-tier";
                        };
                    };
                };
                /** @description A tier has this name already. Somebody changed this meanwhile. Read it again. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/customers/tier-name-taken" | "/errors/platform/stale-version";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/customers/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    customer?: string;
                    minimum_score?: number;
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
                                customers: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    phones: {
                                        e164: string;
                                        is_primary: boolean;
                                    }[];
                                    email: string | null;
                                    language: string;
                                    notes: string | null;
                                    date_of_birth: string | null;
                                    vip_tier: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    } | null;
                                    created_at: string;
                                    version: number;
                                }[];
                                reasons: ("same_phone" | "same_email" | "same_name" | "sounds_alike")[];
                                score: number;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/customers/{id}/history": {
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
                };
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
                            items: {
                                /** @enum {string} */
                                kind: "appointment" | "appointment_change" | "call" | "record_change" | "merge" | "merge_undone";
                                at: string;
                                /** Format: uuid */
                                id: string;
                                appointment_id: string | null;
                                what: string;
                                actor: string | null;
                                about: string | null;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/customers/{id}/merge/preview": {
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
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description The record that becomes part of this one.
                         */
                        merge: string;
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
                            phones: string[];
                            fills: {
                                email?: string;
                                notes?: string;
                                date_of_birth?: string;
                                vip_tier_id?: string;
                            };
                            moves: {
                                [key: string]: number;
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
                /** @description One of the two was merged already. Others were merged into this record. Keep it, and merge the other one into it. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/customers/already-merged" | "/errors/customers/keeps-others";
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
                /** @description A customer cannot be merged into themselves. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/customers/same-customer";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/customers/{id}/merge": {
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
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description The record that becomes part of this one.
                         */
                        merge: string;
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
                            merge_id: string;
                            customer: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                phones: {
                                    e164: string;
                                    is_primary: boolean;
                                }[];
                                email: string | null;
                                language: string;
                                notes: string | null;
                                date_of_birth: string | null;
                                vip_tier: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                created_at: string;
                                version: number;
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
                /** @description One of the two was merged already. Others were merged into this record. Keep it, and merge the other one into it. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/customers/already-merged" | "/errors/customers/keeps-others";
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
                /** @description This Idempotency-Key was used with another body. A customer cannot be merged into themselves. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/customers/same-customer";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/customer-merges/{id}/undo": {
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
                            customers: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                phones: {
                                    e164: string;
                                    is_primary: boolean;
                                }[];
                                email: string | null;
                                language: string;
                                notes: string | null;
                                date_of_birth: string | null;
                                vip_tier: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                created_at: string;
                                version: number;
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
                /** @description There is no such merge. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/customers/unknown-merge";
                        };
                    };
                };
                /** @description This merge was undone already. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/customers/merge-undone";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/customers/import": {
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
                query?: {
                    mode?: "preview" | "commit";
                };
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        /** @description `true` when this is the stored answer of an earlier request with the same key. */
                        "Idempotency-Replayed"?: "true";
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            mode: "preview" | "commit";
                            columns: (("name" | "first_name" | "last_name" | "phone" | "email" | "language" | "date_of_birth" | "vip_tier" | "notes") | null)[];
                            ignored_columns: string[];
                            counts: {
                                [key: string]: number;
                            };
                            lines: {
                                line: number;
                                name: string;
                                /** @enum {string} */
                                result: "added" | "filled" | "unchanged" | "duplicate" | "rejected";
                                customer_id: string | null;
                                same_as_line: number | null;
                                problems: ("wrong_number_of_fields" | "name_missing" | "name_too_long" | "bad_phone" | "too_many_phones" | "bad_email" | "bad_language" | "bad_date" | "unknown_tier" | "notes_too_long")[];
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
                /** @description This Idempotency-Key was used with another body. The file cannot be read as customers. The file has more than 10,000 lines. Send it in parts. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/customers/bad-csv" | "/errors/customers/too-many-lines";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/customers/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    delimiter?: ";" | ",";
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
                        "text/csv": string;
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
                /** @description There are more customers than one file may have. Read them by pages. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/customers/too-many-customers";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                query?: {
                    state?: "active" | "archived";
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
                                buffer_before_minutes: number;
                                buffer_after_minutes: number;
                                daily_most: number | null;
                                /** @enum {string} */
                                grid_kind: "window" | "free" | "clock" | "fixed";
                                ask_note: string | null;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                        name: string;
                        synonyms?: string[];
                        position?: number;
                        price_minor: number;
                        segments: {
                            minutes: number;
                            /** @default 0 */
                            gap_after_minutes?: number;
                            /** @description Left out: one of each kind that does the service, the same for all segments. */
                            needs?: {
                                role: string;
                                /** @enum {string} */
                                kind: "staff" | "room" | "device";
                                /** @enum {string} */
                                gaps?: "kept" | "free";
                            }[] | null;
                        }[];
                        grid_minutes?: number;
                        /** @enum {string} */
                        grid_kind?: "window" | "free" | "clock" | "fixed";
                        fixed_starts?: {
                            weekday: number;
                            at: string;
                            most: number;
                        }[];
                        minimum_notice_minutes?: number;
                        horizon_days?: number;
                        buffer_before_minutes?: number;
                        buffer_after_minutes?: number;
                        daily_most?: number | null;
                        /** @description It must start before that time of the day so many working days after today. */
                        latest_start?: {
                            working_days: number;
                            before: string;
                        } | null;
                        ask_note?: string | null;
                        needs_confirmation?: boolean;
                        resources?: {
                            /** Format: uuid */
                            id: string;
                            /**
                             * @description Share in a weighted draw.
                             * @default 1
                             */
                            weight?: number;
                            /** @description Left out: all of its kind. */
                            roles?: string[] | null;
                            /** @description How long each segment takes with them. */
                            segment_minutes?: number[] | null;
                            /** @description What it costs with them. */
                            price_minor?: number | null;
                        }[];
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
                            version: number;
                            name: string;
                            synonyms: string[];
                            minutes: number;
                            segments: {
                                minutes: number;
                                gap_after_minutes: number;
                                needs: {
                                    role: string;
                                    /** @enum {string} */
                                    kind: "staff" | "room" | "device";
                                    /** @enum {string} */
                                    gaps?: "kept" | "free";
                                }[] | null;
                            }[];
                            price_minor: number;
                            currency: string;
                            grid_minutes: number;
                            minimum_notice_minutes: number;
                            horizon_days: number;
                            buffer_before_minutes: number;
                            buffer_after_minutes: number;
                            daily_most: number | null;
                            /** @enum {string} */
                            grid_kind: "window" | "free" | "clock" | "fixed";
                            ask_note: string | null;
                            active: boolean;
                            position: number;
                            fixed_starts: {
                                weekday: number;
                                at: string;
                                most: number;
                            }[];
                            latest_start: {
                                working_days: number;
                                before: string;
                            } | null;
                            needs_confirmation: boolean;
                            resources: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "staff" | "room" | "device";
                                name: string;
                                active: boolean;
                                weight: number;
                                roles: string[] | null;
                                segment_minutes: number[] | null;
                                price_minor: number | null;
                            }[];
                            allowed: {
                                archive: true | {
                                    no: string;
                                };
                                restore: true | {
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
                /** @description There is no staff member, room or device with this id. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/unknown-resource";
                        };
                    };
                };
                /** @description A service of this business has this name already, perhaps one that is archived. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/service-name-taken";
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
                /** @description This Idempotency-Key was used with another body. A service takes a day at most. The parts of this service contradict each other. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/catalogue/service-too-long" | "/errors/catalogue/bad-service";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/services/{id}": {
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
                            version: number;
                            name: string;
                            synonyms: string[];
                            minutes: number;
                            segments: {
                                minutes: number;
                                gap_after_minutes: number;
                                needs: {
                                    role: string;
                                    /** @enum {string} */
                                    kind: "staff" | "room" | "device";
                                    /** @enum {string} */
                                    gaps?: "kept" | "free";
                                }[] | null;
                            }[];
                            price_minor: number;
                            currency: string;
                            grid_minutes: number;
                            minimum_notice_minutes: number;
                            horizon_days: number;
                            buffer_before_minutes: number;
                            buffer_after_minutes: number;
                            daily_most: number | null;
                            /** @enum {string} */
                            grid_kind: "window" | "free" | "clock" | "fixed";
                            ask_note: string | null;
                            active: boolean;
                            position: number;
                            fixed_starts: {
                                weekday: number;
                                at: string;
                                most: number;
                            }[];
                            latest_start: {
                                working_days: number;
                                before: string;
                            } | null;
                            needs_confirmation: boolean;
                            resources: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "staff" | "room" | "device";
                                name: string;
                                active: boolean;
                                weight: number;
                                roles: string[] | null;
                                segment_minutes: number[] | null;
                                price_minor: number | null;
                            }[];
                            allowed: {
                                archive: true | {
                                    no: string;
                                };
                                restore: true | {
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
                /** @description There is no such service. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/no-service";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
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
                            version: number;
                            name: string;
                            synonyms: string[];
                            minutes: number;
                            segments: {
                                minutes: number;
                                gap_after_minutes: number;
                                needs: {
                                    role: string;
                                    /** @enum {string} */
                                    kind: "staff" | "room" | "device";
                                    /** @enum {string} */
                                    gaps?: "kept" | "free";
                                }[] | null;
                            }[];
                            price_minor: number;
                            currency: string;
                            grid_minutes: number;
                            minimum_notice_minutes: number;
                            horizon_days: number;
                            buffer_before_minutes: number;
                            buffer_after_minutes: number;
                            daily_most: number | null;
                            /** @enum {string} */
                            grid_kind: "window" | "free" | "clock" | "fixed";
                            ask_note: string | null;
                            active: boolean;
                            position: number;
                            fixed_starts: {
                                weekday: number;
                                at: string;
                                most: number;
                            }[];
                            latest_start: {
                                working_days: number;
                                before: string;
                            } | null;
                            needs_confirmation: boolean;
                            resources: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "staff" | "room" | "device";
                                name: string;
                                active: boolean;
                                weight: number;
                                roles: string[] | null;
                                segment_minutes: number[] | null;
                                price_minor: number | null;
                            }[];
                            allowed: {
                                archive: true | {
                                    no: string;
                                };
                                restore: true | {
                                    no: string;
                                };
                            };
                            appointments: {
                                /** Format: uuid */
                                id: string;
                                reference: string;
                                /** @enum {string} */
                                state: "requested" | "confirmed" | "checked_in";
                                starts_at: string;
                                ends_at: string;
                                attendee_name: string;
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
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
                /** @description There is no such service. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/no-service";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        synonyms?: string[];
                        position?: number;
                        price_minor?: number;
                        segments?: {
                            minutes: number;
                            /** @default 0 */
                            gap_after_minutes?: number;
                            /** @description Left out: one of each kind that does the service, the same for all segments. */
                            needs?: {
                                role: string;
                                /** @enum {string} */
                                kind: "staff" | "room" | "device";
                                /** @enum {string} */
                                gaps?: "kept" | "free";
                            }[] | null;
                        }[];
                        grid_minutes?: number;
                        /** @enum {string} */
                        grid_kind?: "window" | "free" | "clock" | "fixed";
                        fixed_starts?: {
                            weekday: number;
                            at: string;
                            most: number;
                        }[];
                        minimum_notice_minutes?: number;
                        horizon_days?: number;
                        buffer_before_minutes?: number;
                        buffer_after_minutes?: number;
                        daily_most?: number | null;
                        /** @description It must start before that time of the day so many working days after today. */
                        latest_start?: {
                            working_days: number;
                            before: string;
                        } | null;
                        ask_note?: string | null;
                        needs_confirmation?: boolean;
                        resources?: {
                            /** Format: uuid */
                            id: string;
                            /**
                             * @description Share in a weighted draw.
                             * @default 1
                             */
                            weight?: number;
                            /** @description Left out: all of its kind. */
                            roles?: string[] | null;
                            /** @description How long each segment takes with them. */
                            segment_minutes?: number[] | null;
                            /** @description What it costs with them. */
                            price_minor?: number | null;
                        }[];
                        version?: number;
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
                            /** Format: uuid */
                            id: string;
                            version: number;
                            name: string;
                            synonyms: string[];
                            minutes: number;
                            segments: {
                                minutes: number;
                                gap_after_minutes: number;
                                needs: {
                                    role: string;
                                    /** @enum {string} */
                                    kind: "staff" | "room" | "device";
                                    /** @enum {string} */
                                    gaps?: "kept" | "free";
                                }[] | null;
                            }[];
                            price_minor: number;
                            currency: string;
                            grid_minutes: number;
                            minimum_notice_minutes: number;
                            horizon_days: number;
                            buffer_before_minutes: number;
                            buffer_after_minutes: number;
                            daily_most: number | null;
                            /** @enum {string} */
                            grid_kind: "window" | "free" | "clock" | "fixed";
                            ask_note: string | null;
                            active: boolean;
                            position: number;
                            fixed_starts: {
                                weekday: number;
                                at: string;
                                most: number;
                            }[];
                            latest_start: {
                                working_days: number;
                                before: string;
                            } | null;
                            needs_confirmation: boolean;
                            resources: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "staff" | "room" | "device";
                                name: string;
                                active: boolean;
                                weight: number;
                                roles: string[] | null;
                                segment_minutes: number[] | null;
                                price_minor: number | null;
                            }[];
                            allowed: {
                                archive: true | {
                                    no: string;
                                };
                                restore: true | {
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
                /** @description There is no such service. There is no staff member, room or device with this id. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/no-service" | "/errors/catalogue/unknown-resource";
                        };
                    };
                };
                /** @description Somebody changed this meanwhile. Read it again. A service of this business has this name already, perhaps one that is archived. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version" | "/errors/catalogue/service-name-taken";
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
                /** @description A service takes a day at most. The parts of this service contradict each other. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/service-too-long" | "/errors/catalogue/bad-service";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/services/{id}/restore": {
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
                            version: number;
                            name: string;
                            synonyms: string[];
                            minutes: number;
                            segments: {
                                minutes: number;
                                gap_after_minutes: number;
                                needs: {
                                    role: string;
                                    /** @enum {string} */
                                    kind: "staff" | "room" | "device";
                                    /** @enum {string} */
                                    gaps?: "kept" | "free";
                                }[] | null;
                            }[];
                            price_minor: number;
                            currency: string;
                            grid_minutes: number;
                            minimum_notice_minutes: number;
                            horizon_days: number;
                            buffer_before_minutes: number;
                            buffer_after_minutes: number;
                            daily_most: number | null;
                            /** @enum {string} */
                            grid_kind: "window" | "free" | "clock" | "fixed";
                            ask_note: string | null;
                            active: boolean;
                            position: number;
                            fixed_starts: {
                                weekday: number;
                                at: string;
                                most: number;
                            }[];
                            latest_start: {
                                working_days: number;
                                before: string;
                            } | null;
                            needs_confirmation: boolean;
                            resources: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "staff" | "room" | "device";
                                name: string;
                                active: boolean;
                                weight: number;
                                roles: string[] | null;
                                segment_minutes: number[] | null;
                                price_minor: number | null;
                            }[];
                            allowed: {
                                archive: true | {
                                    no: string;
                                };
                                restore: true | {
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
                /** @description There is no such service. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/no-service";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/services/{id}/assignment": {
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
                            /** @description Whom of several who could do it the service is offered with; null: as the settings say. */
                            assignment: ("first" | "weighted" | "least_loaded" | "last_served") | null;
                            /** @description How many of those booked last rest in a weighted draw while somebody else can. */
                            cool_down: number;
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
                /** @description There is no such service. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/no-service";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Whom of several who could do it the service is offered with; null: as the settings say. */
                        assignment: ("first" | "weighted" | "least_loaded" | "last_served") | null;
                        /** @description How many of those booked last rest in a weighted draw while somebody else can. */
                        cool_down: number;
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
                            /** @description Whom of several who could do it the service is offered with; null: as the settings say. */
                            assignment: ("first" | "weighted" | "least_loaded" | "last_served") | null;
                            /** @description How many of those booked last rest in a weighted draw while somebody else can. */
                            cool_down: number;
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
                /** @description There is no such service. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/no-service";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
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
                query?: {
                    state?: "active" | "all";
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
                                name: string;
                                spoken_name: string;
                                position: number;
                                active: boolean;
                                services: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
                                version: number;
                                allowed: {
                                    deactivate: true | {
                                        no: string;
                                    };
                                    activate: true | {
                                        no: string;
                                    };
                                };
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                        name: string;
                        spoken_name?: string;
                        position?: number;
                        service_ids?: string[];
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
                            name: string;
                            spoken_name: string;
                            position: number;
                            active: boolean;
                            services: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            version: number;
                            allowed: {
                                deactivate: true | {
                                    no: string;
                                };
                                activate: true | {
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
                /** @description Somebody or something of this location has this name already. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/name-taken";
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
                /** @description This Idempotency-Key was used with another body. At least one of the services does not exist. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/catalogue/unknown-service";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/staff/{id}": {
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
                            name: string;
                            spoken_name: string;
                            position: number;
                            active: boolean;
                            services: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            version: number;
                            allowed: {
                                deactivate: true | {
                                    no: string;
                                };
                                activate: true | {
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
                /** @description Nobody with this id works here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/unknown-staff";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        spoken_name?: string;
                        position?: number;
                        service_ids?: string[];
                        version?: number;
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
                            /** Format: uuid */
                            id: string;
                            name: string;
                            spoken_name: string;
                            position: number;
                            active: boolean;
                            services: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            version: number;
                            allowed: {
                                deactivate: true | {
                                    no: string;
                                };
                                activate: true | {
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
                /** @description Nobody with this id works here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/unknown-staff";
                        };
                    };
                };
                /** @description Somebody or something of this location has this name already. Somebody changed this meanwhile. Read it again. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/name-taken" | "/errors/platform/stale-version";
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
                /** @description At least one of the services does not exist. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/unknown-service";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/staff/{id}/deactivate": {
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
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version?: number;
                    } | null;
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
                            /** Format: uuid */
                            id: string;
                            name: string;
                            spoken_name: string;
                            position: number;
                            active: boolean;
                            services: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            version: number;
                            allowed: {
                                deactivate: true | {
                                    no: string;
                                };
                                activate: true | {
                                    no: string;
                                };
                            };
                            collisions: {
                                /** Format: uuid */
                                id: string;
                                reference: string;
                                /** @enum {string} */
                                state: "requested" | "confirmed" | "checked_in";
                                starts_at: string;
                                ends_at: string;
                                attendee_name: string;
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
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
                /** @description Nobody with this id works here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/unknown-staff";
                        };
                    };
                };
                /** @description Somebody changed this meanwhile. Read it again. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/staff/{id}/activate": {
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
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version?: number;
                    } | null;
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
                            /** Format: uuid */
                            id: string;
                            name: string;
                            spoken_name: string;
                            position: number;
                            active: boolean;
                            services: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            version: number;
                            allowed: {
                                deactivate: true | {
                                    no: string;
                                };
                                activate: true | {
                                    no: string;
                                };
                            };
                            collisions: {
                                /** Format: uuid */
                                id: string;
                                reference: string;
                                /** @enum {string} */
                                state: "requested" | "confirmed" | "checked_in";
                                starts_at: string;
                                ends_at: string;
                                attendee_name: string;
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
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
                /** @description Nobody with this id works here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/unknown-staff";
                        };
                    };
                };
                /** @description Somebody changed this meanwhile. Read it again. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/hours": {
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
                                owner: {
                                    /** @enum {string} */
                                    kind: "location" | "staff";
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                inherited: boolean;
                                week: {
                                    weekday: number;
                                    from: string;
                                    to: string;
                                }[];
                                periods: {
                                    valid_from: string;
                                    valid_to: string | null;
                                    week: {
                                        weekday: number;
                                        from: string;
                                        to: string;
                                    }[];
                                }[];
                                version: number;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        staff_id?: string | null;
                        version: number;
                        week: {
                            weekday: number;
                            from: string;
                            to: string;
                        }[];
                        periods?: {
                            /** Format: date */
                            valid_from: string;
                            valid_to?: string | null;
                            week: {
                                weekday: number;
                                from: string;
                                to: string;
                            }[];
                        }[] | null;
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
                            owner: {
                                /** @enum {string} */
                                kind: "location" | "staff";
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            inherited: boolean;
                            week: {
                                weekday: number;
                                from: string;
                                to: string;
                            }[];
                            periods: {
                                valid_from: string;
                                valid_to: string | null;
                                week: {
                                    weekday: number;
                                    from: string;
                                    to: string;
                                }[];
                            }[];
                            version: number;
                            collisions: {
                                /** Format: uuid */
                                id: string;
                                reference: string;
                                /** @enum {string} */
                                state: "requested" | "confirmed" | "checked_in";
                                starts_at: string;
                                ends_at: string;
                                attendee_name: string;
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
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
                /** @description Nobody with this id works here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/unknown-staff";
                        };
                    };
                };
                /** @description Somebody changed this meanwhile. Read it again. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version";
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
                /** @description Two windows of a week overlap. The range of time is not valid. Two periods of these hours begin on the same date. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/hours-overlap" | "/errors/catalogue/bad-range" | "/errors/catalogue/period-twice";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hours-exceptions": {
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
                                resource: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @enum {string} */
                                    kind: "staff" | "room" | "device";
                                    name: string;
                                } | null;
                                date: string;
                                windows: {
                                    from: string;
                                    to: string;
                                }[];
                                reason: string | null;
                                created_by: string;
                                created_at: string;
                                removed_at: string | null;
                                allowed: {
                                    remove: true | {
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                        resource_id?: string | null;
                        /** Format: date */
                        date: string;
                        windows: {
                            from: string;
                            to: string;
                        }[];
                        reason?: string | null;
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
                            resource: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "staff" | "room" | "device";
                                name: string;
                            } | null;
                            date: string;
                            windows: {
                                from: string;
                                to: string;
                            }[];
                            reason: string | null;
                            created_by: string;
                            created_at: string;
                            removed_at: string | null;
                            allowed: {
                                remove: true | {
                                    no: string;
                                };
                            };
                            collisions: {
                                /** Format: uuid */
                                id: string;
                                reference: string;
                                /** @enum {string} */
                                state: "requested" | "confirmed" | "checked_in";
                                starts_at: string;
                                ends_at: string;
                                attendee_name: string;
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
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
                /** @description There is no staff member, room or device with this id. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/unknown-resource";
                        };
                    };
                };
                /** @description There is an exception for this date already. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/exception-exists";
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
                /** @description This Idempotency-Key was used with another body. The range of time is not valid. Two windows of a week overlap. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/catalogue/bad-range" | "/errors/catalogue/hours-overlap";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/hours-exceptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
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
                            resource: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "staff" | "room" | "device";
                                name: string;
                            } | null;
                            date: string;
                            windows: {
                                from: string;
                                to: string;
                            }[];
                            reason: string | null;
                            created_by: string;
                            created_at: string;
                            removed_at: string | null;
                            allowed: {
                                remove: true | {
                                    no: string;
                                };
                            };
                            collisions: {
                                /** Format: uuid */
                                id: string;
                                reference: string;
                                /** @enum {string} */
                                state: "requested" | "confirmed" | "checked_in";
                                starts_at: string;
                                ends_at: string;
                                attendee_name: string;
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
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
                /** @description There is no such exception to the hours. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/unknown-exception";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/closures": {
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
                    resource_id?: string;
                    removed?: "shown" | "hidden";
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
                                resource: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @enum {string} */
                                    kind: "staff" | "room" | "device";
                                    name: string;
                                } | null;
                                starts_at: string;
                                ends_at: string;
                                reason: string | null;
                                created_by: string | null;
                                created_at: string;
                                removed_at: string | null;
                                /** @description Entered together with others, by one rule. */
                                series_id: string | null;
                                allowed: {
                                    remove: true | {
                                        no: string;
                                    };
                                    restore: true | {
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                        resource_id?: string | null;
                        starts_at: string;
                        ends_at: string;
                        reason?: string | null;
                        /** @description A rule of RFC 5545 with an end, such as FREQ=WEEKLY;COUNT=10. */
                        repeats?: string | null;
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
                            resource: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "staff" | "room" | "device";
                                name: string;
                            } | null;
                            starts_at: string;
                            ends_at: string;
                            reason: string | null;
                            created_by: string | null;
                            created_at: string;
                            removed_at: string | null;
                            /** @description Entered together with others, by one rule. */
                            series_id: string | null;
                            allowed: {
                                remove: true | {
                                    no: string;
                                };
                                restore: true | {
                                    no: string;
                                };
                            };
                            collisions: {
                                /** Format: uuid */
                                id: string;
                                reference: string;
                                /** @enum {string} */
                                state: "requested" | "confirmed" | "checked_in";
                                starts_at: string;
                                ends_at: string;
                                attendee_name: string;
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
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
                /** @description There is no staff member, room or device with this id. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/unknown-resource";
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
                /** @description This Idempotency-Key was used with another body. The range of time is not valid. This does not say when blocked time comes again. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/catalogue/bad-range" | "/errors/catalogue/bad-repetition";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/closures/{id}": {
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
                            resource: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "staff" | "room" | "device";
                                name: string;
                            } | null;
                            starts_at: string;
                            ends_at: string;
                            reason: string | null;
                            created_by: string | null;
                            created_at: string;
                            removed_at: string | null;
                            /** @description Entered together with others, by one rule. */
                            series_id: string | null;
                            allowed: {
                                remove: true | {
                                    no: string;
                                };
                                restore: true | {
                                    no: string;
                                };
                            };
                            collisions: {
                                /** Format: uuid */
                                id: string;
                                reference: string;
                                /** @enum {string} */
                                state: "requested" | "confirmed" | "checked_in";
                                starts_at: string;
                                ends_at: string;
                                attendee_name: string;
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
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
                /** @description There is no such closure. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/unknown-closure";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: {
                    /** @description Of those entered with it by one rule. */
                    which?: "this" | "following" | "all";
                };
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
                            resource: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "staff" | "room" | "device";
                                name: string;
                            } | null;
                            starts_at: string;
                            ends_at: string;
                            reason: string | null;
                            created_by: string | null;
                            created_at: string;
                            removed_at: string | null;
                            /** @description Entered together with others, by one rule. */
                            series_id: string | null;
                            allowed: {
                                remove: true | {
                                    no: string;
                                };
                                restore: true | {
                                    no: string;
                                };
                            };
                            collisions: {
                                /** Format: uuid */
                                id: string;
                                reference: string;
                                /** @enum {string} */
                                state: "requested" | "confirmed" | "checked_in";
                                starts_at: string;
                                ends_at: string;
                                attendee_name: string;
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
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
                /** @description There is no such closure. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/unknown-closure";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/closures/{id}/restore": {
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
                            resource: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "staff" | "room" | "device";
                                name: string;
                            } | null;
                            starts_at: string;
                            ends_at: string;
                            reason: string | null;
                            created_by: string | null;
                            created_at: string;
                            removed_at: string | null;
                            /** @description Entered together with others, by one rule. */
                            series_id: string | null;
                            allowed: {
                                remove: true | {
                                    no: string;
                                };
                                restore: true | {
                                    no: string;
                                };
                            };
                            collisions: {
                                /** Format: uuid */
                                id: string;
                                reference: string;
                                /** @enum {string} */
                                state: "requested" | "confirmed" | "checked_in";
                                starts_at: string;
                                ends_at: string;
                                attendee_name: string;
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
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
                /** @description There is no such closure. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/unknown-closure";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/block-collisions": {
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
                    state?: "open" | "kept" | "moved" | "cancelled" | "block_removed";
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
                                /**
                                 * @description moved, cancelled, block_removed: it collides no more.
                                 * @enum {string}
                                 */
                                state: "open" | "kept" | "moved" | "cancelled" | "block_removed";
                                block: {
                                    /** @enum {string} */
                                    kind: "closure" | "absence";
                                    /** Format: uuid */
                                    id: string;
                                    starts_at: string;
                                    ends_at: string;
                                };
                                appointment: {
                                    /** Format: uuid */
                                    id: string;
                                    reference: string;
                                    attendee_name: string;
                                    starts_at: string;
                                    ends_at: string;
                                };
                                found_at: string;
                                kept: {
                                    at: string;
                                    by: string;
                                    reason: string;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/block-collisions/{id}/keep": {
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
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
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
                            /** Format: uuid */
                            id: string;
                            /**
                             * @description moved, cancelled, block_removed: it collides no more.
                             * @enum {string}
                             */
                            state: "open" | "kept" | "moved" | "cancelled" | "block_removed";
                            block: {
                                /** @enum {string} */
                                kind: "closure" | "absence";
                                /** Format: uuid */
                                id: string;
                                starts_at: string;
                                ends_at: string;
                            };
                            appointment: {
                                /** Format: uuid */
                                id: string;
                                reference: string;
                                attendee_name: string;
                                starts_at: string;
                                ends_at: string;
                            };
                            found_at: string;
                            kept: {
                                at: string;
                                by: string;
                                reason: string;
                            } | null;
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
                /** @description There is no such collision. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/unknown-collision";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/absences": {
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
                    staff_id?: string;
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
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                /** @enum {string} */
                                kind: "vacation" | "illness" | "training" | "other";
                                starts_at: string;
                                ends_at: string;
                                note: string | null;
                                created_by: string;
                                created_at: string;
                                removed_at: string | null;
                                allowed: {
                                    remove: true | {
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                        /** Format: uuid */
                        staff_id: string;
                        /** @enum {string} */
                        kind: "vacation" | "illness" | "training" | "other";
                        starts_at: string;
                        ends_at: string;
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
                            staff: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            kind: "vacation" | "illness" | "training" | "other";
                            starts_at: string;
                            ends_at: string;
                            note: string | null;
                            created_by: string;
                            created_at: string;
                            removed_at: string | null;
                            allowed: {
                                remove: true | {
                                    no: string;
                                };
                            };
                            collisions: {
                                /** Format: uuid */
                                id: string;
                                reference: string;
                                /** @enum {string} */
                                state: "requested" | "confirmed" | "checked_in";
                                starts_at: string;
                                ends_at: string;
                                attendee_name: string;
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
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
                /** @description Nobody with this id works here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/unknown-staff";
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
                /** @description This Idempotency-Key was used with another body. The range of time is not valid. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/catalogue/bad-range";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/absences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
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
                            staff: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            kind: "vacation" | "illness" | "training" | "other";
                            starts_at: string;
                            ends_at: string;
                            note: string | null;
                            created_by: string;
                            created_at: string;
                            removed_at: string | null;
                            allowed: {
                                remove: true | {
                                    no: string;
                                };
                            };
                            collisions: {
                                /** Format: uuid */
                                id: string;
                                reference: string;
                                /** @enum {string} */
                                state: "requested" | "confirmed" | "checked_in";
                                starts_at: string;
                                ends_at: string;
                                attendee_name: string;
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
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
                /** @description There is no such absence. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/catalogue/unknown-absence";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                    moving?: string;
                    /** @description For whom: their tier may reach further ahead and waive the notice. */
                    customer?: string;
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
                                /** @description By which rule this person was chosen, among how many who could and do not rest. */
                                assigned: {
                                    /** @enum {string} */
                                    by: "first" | "weighted" | "least_loaded" | "last_served" | "only" | "asked";
                                    among: number;
                                };
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
                /** @description There is no such service. Nobody of this name or id works here. There is no such customer. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-service" | "/errors/scheduling/unknown-staff" | "/errors/customers/unknown";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                        /** @description Who it is kept for, such as a visitor; one holder keeps at most three slots at a time. */
                        holder?: string;
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
                /** @description This offer has expired. Ask for free times again. This time is no longer free. Nobody is there at this time. This service is no longer offered. This holder keeps three slots already. Release or book one first. This slot has been kept for half an hour. Book it, or let it go. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/slot-expired" | "/errors/scheduling/slot-taken" | "/errors/scheduling/closed" | "/errors/scheduling/service-gone" | "/errors/scheduling/too-many-holds" | "/errors/scheduling/held-too-long";
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
                /** @description This Idempotency-Key was used with another body. This is not a slot token of yours. This time has passed. The calendar is not open that far ahead. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/scheduling/invalid-token" | "/errors/scheduling/start-passed" | "/errors/scheduling/beyond-horizon";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/holds/{id}/renew": {
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
                    id: string;
                };
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
                200: {
                    headers: {
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
                /** @description There is no such hold. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-hold";
                        };
                    };
                };
                /** @description This offer has expired. Ask for free times again. This time is no longer free. Nobody is there at this time. This service is no longer offered. This slot has been kept for half an hour. Book it, or let it go. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/slot-expired" | "/errors/scheduling/slot-taken" | "/errors/scheduling/closed" | "/errors/scheduling/service-gone" | "/errors/scheduling/held-too-long";
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
                /** @description This is not a slot token of yours. This time has passed. The calendar is not open that far ahead. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/invalid-token" | "/errors/scheduling/start-passed" | "/errors/scheduling/beyond-horizon";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/holds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
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
                /** @description There is no such hold. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-hold";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                                series: {
                                    /** Format: uuid */
                                    id: string;
                                    position: number;
                                    of: number;
                                    /** @description It was moved alone: changes of the whole series leave its time. */
                                    exception: boolean;
                                } | null;
                                /** @description What the rules allow a customer now, and which steps may follow. */
                                allowed: {
                                    move: true | {
                                        no: string;
                                    };
                                    cancel: true | {
                                        no: string;
                                    };
                                    check_in: true | {
                                        no: string;
                                    };
                                    complete: true | {
                                        no: string;
                                    };
                                    no_show: true | {
                                        no: string;
                                    };
                                    confirm: true | {
                                        no: string;
                                    };
                                    decline: true | {
                                        no: string;
                                    };
                                    undo: true | {
                                        no: string;
                                    };
                                };
                                terms: {
                                    move: {
                                        /**
                                         * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                         * @enum {string}
                                         */
                                        verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                        why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                        fee: {
                                            minor: number;
                                            currency: string;
                                        } | null;
                                        /** @description Until when the notice is kept; null without such a rule. */
                                        free_until: string | null;
                                        sentence: {
                                            de: string | null;
                                            en: string | null;
                                        };
                                    };
                                    cancel: {
                                        /**
                                         * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                         * @enum {string}
                                         */
                                        verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                        why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                        fee: {
                                            minor: number;
                                            currency: string;
                                        } | null;
                                        /** @description Until when the notice is kept; null without such a rule. */
                                        free_until: string | null;
                                        sentence: {
                                            de: string | null;
                                            en: string | null;
                                        };
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                            /** @description Of a new customer, for what they are sent; default de. */
                            language?: ("de" | "en") | null;
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
                            series: {
                                /** Format: uuid */
                                id: string;
                                position: number;
                                of: number;
                                /** @description It was moved alone: changes of the whole series leave its time. */
                                exception: boolean;
                            } | null;
                            /** @description What the rules allow a customer now, and which steps may follow. */
                            allowed: {
                                move: true | {
                                    no: string;
                                };
                                cancel: true | {
                                    no: string;
                                };
                                check_in: true | {
                                    no: string;
                                };
                                complete: true | {
                                    no: string;
                                };
                                no_show: true | {
                                    no: string;
                                };
                                confirm: true | {
                                    no: string;
                                };
                                decline: true | {
                                    no: string;
                                };
                                undo: true | {
                                    no: string;
                                };
                            };
                            terms: {
                                move: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
                                };
                                cancel: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
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
                /** @description This offer has expired. Ask for free times again. This time is no longer free. Nobody is there at this time. This service is no longer offered. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/slot-expired" | "/errors/scheduling/slot-taken" | "/errors/scheduling/closed" | "/errors/scheduling/service-gone";
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
                /** @description This Idempotency-Key was used with another body. This is not a slot token of yours. This time has passed. The calendar is not open that far ahead. This is not a phone number. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/scheduling/invalid-token" | "/errors/scheduling/start-passed" | "/errors/scheduling/beyond-horizon" | "/errors/customers/bad-phone";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                            series: {
                                /** Format: uuid */
                                id: string;
                                position: number;
                                of: number;
                                /** @description It was moved alone: changes of the whole series leave its time. */
                                exception: boolean;
                            } | null;
                            /** @description What the rules allow a customer now, and which steps may follow. */
                            allowed: {
                                move: true | {
                                    no: string;
                                };
                                cancel: true | {
                                    no: string;
                                };
                                check_in: true | {
                                    no: string;
                                };
                                complete: true | {
                                    no: string;
                                };
                                no_show: true | {
                                    no: string;
                                };
                                confirm: true | {
                                    no: string;
                                };
                                decline: true | {
                                    no: string;
                                };
                                undo: true | {
                                    no: string;
                                };
                            };
                            terms: {
                                move: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
                                };
                                cancel: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/availability/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query: {
                    /** @description Once for each service, also the same one for several people in a row. */
                    service: string | string[];
                    from: string;
                    to: string;
                    /** @description Everything is done by this person. */
                    staff?: string;
                    customer?: string;
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
                                starts_at: string;
                                ends_at: string;
                                slots: {
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
                                    /** @description By which rule this person was chosen, among how many who could and do not rest. */
                                    assigned: {
                                        /** @enum {string} */
                                        by: "first" | "weighted" | "least_loaded" | "last_served" | "only" | "asked";
                                        among: number;
                                    };
                                }[];
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
                /** @description There is no such service. Nobody of this name or id works here. There is no such customer. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-service" | "/errors/scheduling/unknown-staff" | "/errors/customers/unknown";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/appointment-groups": {
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
                        customer: {
                            /** Format: uuid */
                            id: string;
                        } | {
                            name: string;
                            phone?: string | null;
                            email?: string | null;
                            /** @description Of a new customer, for what they are sent; default de. */
                            language?: ("de" | "en") | null;
                        };
                        items: {
                            token: string;
                            attendee_name?: string;
                            note?: string | null;
                        }[];
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
                                series: {
                                    /** Format: uuid */
                                    id: string;
                                    position: number;
                                    of: number;
                                    /** @description It was moved alone: changes of the whole series leave its time. */
                                    exception: boolean;
                                } | null;
                                /** @description What the rules allow a customer now, and which steps may follow. */
                                allowed: {
                                    move: true | {
                                        no: string;
                                    };
                                    cancel: true | {
                                        no: string;
                                    };
                                    check_in: true | {
                                        no: string;
                                    };
                                    complete: true | {
                                        no: string;
                                    };
                                    no_show: true | {
                                        no: string;
                                    };
                                    confirm: true | {
                                        no: string;
                                    };
                                    decline: true | {
                                        no: string;
                                    };
                                    undo: true | {
                                        no: string;
                                    };
                                };
                                terms: {
                                    move: {
                                        /**
                                         * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                         * @enum {string}
                                         */
                                        verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                        why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                        fee: {
                                            minor: number;
                                            currency: string;
                                        } | null;
                                        /** @description Until when the notice is kept; null without such a rule. */
                                        free_until: string | null;
                                        sentence: {
                                            de: string | null;
                                            en: string | null;
                                        };
                                    };
                                    cancel: {
                                        /**
                                         * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                         * @enum {string}
                                         */
                                        verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                        why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                        fee: {
                                            minor: number;
                                            currency: string;
                                        } | null;
                                        /** @description Until when the notice is kept; null without such a rule. */
                                        free_until: string | null;
                                        sentence: {
                                            de: string | null;
                                            en: string | null;
                                        };
                                    };
                                };
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
                /** @description This offer has expired. Ask for free times again. This time is no longer free. Nobody is there at this time. This service is no longer offered. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/slot-expired" | "/errors/scheduling/slot-taken" | "/errors/scheduling/closed" | "/errors/scheduling/service-gone";
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
                /** @description This Idempotency-Key was used with another body. This is not a slot token of yours. This time has passed. The calendar is not open that far ahead. This is not a phone number. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/scheduling/invalid-token" | "/errors/scheduling/start-passed" | "/errors/scheduling/beyond-horizon" | "/errors/customers/bad-phone";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/appointment-groups/{id}": {
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
                                series: {
                                    /** Format: uuid */
                                    id: string;
                                    position: number;
                                    of: number;
                                    /** @description It was moved alone: changes of the whole series leave its time. */
                                    exception: boolean;
                                } | null;
                                /** @description What the rules allow a customer now, and which steps may follow. */
                                allowed: {
                                    move: true | {
                                        no: string;
                                    };
                                    cancel: true | {
                                        no: string;
                                    };
                                    check_in: true | {
                                        no: string;
                                    };
                                    complete: true | {
                                        no: string;
                                    };
                                    no_show: true | {
                                        no: string;
                                    };
                                    confirm: true | {
                                        no: string;
                                    };
                                    decline: true | {
                                        no: string;
                                    };
                                    undo: true | {
                                        no: string;
                                    };
                                };
                                terms: {
                                    move: {
                                        /**
                                         * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                         * @enum {string}
                                         */
                                        verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                        why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                        fee: {
                                            minor: number;
                                            currency: string;
                                        } | null;
                                        /** @description Until when the notice is kept; null without such a rule. */
                                        free_until: string | null;
                                        sentence: {
                                            de: string | null;
                                            en: string | null;
                                        };
                                    };
                                    cancel: {
                                        /**
                                         * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                         * @enum {string}
                                         */
                                        verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                        why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                        fee: {
                                            minor: number;
                                            currency: string;
                                        } | null;
                                        /** @description Until when the notice is kept; null without such a rule. */
                                        free_until: string | null;
                                        sentence: {
                                            de: string | null;
                                            en: string | null;
                                        };
                                    };
                                };
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
                /** @description No appointments were booked together under this id. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-group";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/series/preview": {
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
                        service: string;
                        /** @description Everything is done by this person. */
                        staff?: string | null;
                        /** @description RFC 5545, with COUNT or UNTIL: FREQ=WEEKLY;INTERVAL=2;COUNT=6. */
                        rrule: string;
                        /** @description The first one, as the clocks of the business show it: 2026-12-01T10:00. */
                        dtstart: string;
                        customer?: string | null;
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
                            conflicts: number;
                            occurrences: {
                                /** @description Where the rule has it; names it in "chosen". */
                                starts_at: string;
                                slot: {
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
                                    /** @description By which rule this person was chosen, among how many who could and do not rest. */
                                    assigned: {
                                        /** @enum {string} */
                                        by: "first" | "weighted" | "least_loaded" | "last_served" | "only" | "asked";
                                        among: number;
                                    };
                                } | null;
                                conflict: {
                                    /** @enum {string} */
                                    kind: "past" | "too_soon" | "beyond_horizon" | "skipped_by_clocks" | "closed" | "not_offered" | "taken";
                                    sentence: {
                                        de: string;
                                        en: string;
                                    };
                                } | null;
                                alternatives: {
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
                                    /** @description By which rule this person was chosen, among how many who could and do not rest. */
                                    assigned: {
                                        /** @enum {string} */
                                        by: "first" | "weighted" | "least_loaded" | "last_served" | "only" | "asked";
                                        among: number;
                                    };
                                }[];
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
                /** @description There is no such service. Nobody of this name or id works here. There is no such customer. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-service" | "/errors/scheduling/unknown-staff" | "/errors/customers/unknown";
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
                /** @description Several services fit this name. This is not a rule for a series. A series has an end and at most 104 appointments. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/ambiguous-service" | "/errors/scheduling/bad-recurrence" | "/errors/scheduling/series-too-long";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/series": {
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
                    customer?: string;
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
                                rrule: string;
                                /** @description Wall time of the first one in the zone; of what the last change left of it. */
                                dtstart: string;
                                zone: string;
                                /** @description Wall times that the rule names and at which nothing was booked. */
                                exceptions: string[];
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                /** @description Asked for; null: anybody. */
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** Format: uuid */
                                customer_id: string;
                                attendee_name: string;
                                call_id: string | null;
                                version: number;
                                created_at: string;
                                count: number;
                                upcoming: number;
                                next_starts_at: string | null;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                        service: string;
                        /** @description Everything is done by this person. */
                        staff?: string | null;
                        /** @description RFC 5545, with COUNT or UNTIL: FREQ=WEEKLY;INTERVAL=2;COUNT=6. */
                        rrule: string;
                        /** @description The first one, as the clocks of the business show it: 2026-12-01T10:00. */
                        dtstart: string;
                        customer: {
                            /** Format: uuid */
                            id: string;
                        } | {
                            name: string;
                            phone?: string | null;
                            email?: string | null;
                            /** @description Of a new customer, for what they are sent; default de. */
                            language?: ("de" | "en") | null;
                        };
                        attendee_name?: string;
                        note?: string | null;
                        /**
                         * @description skip: without the dates that cannot be had; they are in the answer.
                         * @default refuse
                         * @enum {string}
                         */
                        conflicts?: "refuse" | "skip";
                        /**
                         * @description Other times for some of the dates, by the start that the rule has.
                         * @default []
                         */
                        chosen?: {
                            starts_at: string;
                            token: string;
                        }[];
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
                            rrule: string;
                            /** @description Wall time of the first one in the zone; of what the last change left of it. */
                            dtstart: string;
                            zone: string;
                            /** @description Wall times that the rule names and at which nothing was booked. */
                            exceptions: string[];
                            service: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @description Asked for; null: anybody. */
                            staff: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** Format: uuid */
                            customer_id: string;
                            attendee_name: string;
                            call_id: string | null;
                            version: number;
                            created_at: string;
                            count: number;
                            upcoming: number;
                            next_starts_at: string | null;
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
                                series: {
                                    /** Format: uuid */
                                    id: string;
                                    position: number;
                                    of: number;
                                    /** @description It was moved alone: changes of the whole series leave its time. */
                                    exception: boolean;
                                } | null;
                                /** @description What the rules allow a customer now, and which steps may follow. */
                                allowed: {
                                    move: true | {
                                        no: string;
                                    };
                                    cancel: true | {
                                        no: string;
                                    };
                                    check_in: true | {
                                        no: string;
                                    };
                                    complete: true | {
                                        no: string;
                                    };
                                    no_show: true | {
                                        no: string;
                                    };
                                    confirm: true | {
                                        no: string;
                                    };
                                    decline: true | {
                                        no: string;
                                    };
                                    undo: true | {
                                        no: string;
                                    };
                                };
                                terms: {
                                    move: {
                                        /**
                                         * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                         * @enum {string}
                                         */
                                        verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                        why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                        fee: {
                                            minor: number;
                                            currency: string;
                                        } | null;
                                        /** @description Until when the notice is kept; null without such a rule. */
                                        free_until: string | null;
                                        sentence: {
                                            de: string | null;
                                            en: string | null;
                                        };
                                    };
                                    cancel: {
                                        /**
                                         * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                         * @enum {string}
                                         */
                                        verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                        why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                        fee: {
                                            minor: number;
                                            currency: string;
                                        } | null;
                                        /** @description Until when the notice is kept; null without such a rule. */
                                        free_until: string | null;
                                        sentence: {
                                            de: string | null;
                                            en: string | null;
                                        };
                                    };
                                };
                            }[];
                            skipped: {
                                /** @description Where the rule has it; names it in "chosen". */
                                starts_at: string;
                                slot: {
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
                                    /** @description By which rule this person was chosen, among how many who could and do not rest. */
                                    assigned: {
                                        /** @enum {string} */
                                        by: "first" | "weighted" | "least_loaded" | "last_served" | "only" | "asked";
                                        among: number;
                                    };
                                } | null;
                                conflict: {
                                    /** @enum {string} */
                                    kind: "past" | "too_soon" | "beyond_horizon" | "skipped_by_clocks" | "closed" | "not_offered" | "taken";
                                    sentence: {
                                        de: string;
                                        en: string;
                                    };
                                } | null;
                                alternatives: {
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
                                    /** @description By which rule this person was chosen, among how many who could and do not rest. */
                                    assigned: {
                                        /** @enum {string} */
                                        by: "first" | "weighted" | "least_loaded" | "last_served" | "only" | "asked";
                                        among: number;
                                    };
                                }[];
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
                /** @description There is no such service. Nobody of this name or id works here. There is no such customer. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-service" | "/errors/scheduling/unknown-staff" | "/errors/customers/unknown";
                        };
                    };
                };
                /** @description Not all dates of the series can be had. This offer has expired. Ask for free times again. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/series-conflicts" | "/errors/scheduling/slot-expired";
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
                /** @description This Idempotency-Key was used with another body. Several services fit this name. This is not a rule for a series. A series has an end and at most 104 appointments. The rule of the series has no such start. This is not a slot token of yours. This is not a phone number. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/scheduling/ambiguous-service" | "/errors/scheduling/bad-recurrence" | "/errors/scheduling/series-too-long" | "/errors/scheduling/unknown-occurrence" | "/errors/scheduling/invalid-token" | "/errors/customers/bad-phone";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/series/{id}/move": {
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
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description all: those that are still to come.
                         * @enum {string}
                         */
                        scope: "this" | "following" | "all";
                        /** @description The one meant, or from which on; not needed for all. */
                        appointment_id?: string | null;
                        /**
                         * @description Says what it would do, and does nothing.
                         * @default false
                         */
                        dry_run?: boolean;
                        /**
                         * @description skip: those that conflict stay.
                         * @default refuse
                         * @enum {string}
                         */
                        conflicts?: "refuse" | "skip";
                        reason?: string | null;
                        /** @description Refuses when the series has another by now. */
                        version?: number | null;
                        /** @description The fee agreed to for each, in the minor unit. */
                        fee_agreed?: number | null;
                        /** @description Why the rules do not count this once. Kept with each change. */
                        override?: string | null;
                        /** @description The new time of day. */
                        time?: string | null;
                        /** @description The new day of the same week; 1 is Monday. */
                        weekday?: number | null;
                        staff?: string | null;
                        /** @default [] */
                        chosen?: {
                            /** Format: uuid */
                            appointment_id: string;
                            token: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        /** @description `true` when this is the stored answer of an earlier request with the same key. */
                        "Idempotency-Replayed"?: "true";
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            committed: boolean;
                            items: {
                                /** Format: uuid */
                                appointment_id: string;
                                was: string;
                                /** @description Where it goes; null: it is cancelled, or stays. */
                                starts_at: string | null;
                                /** @description exception: it was moved alone; conflict: it could not be changed and was left. */
                                stays: ("exception" | "conflict") | null;
                                conflict: {
                                    /** @enum {string} */
                                    kind: "past" | "too_soon" | "beyond_horizon" | "skipped_by_clocks" | "closed" | "not_offered" | "taken" | "by_the_rules";
                                    sentence: {
                                        de: string;
                                        en: string;
                                    };
                                } | null;
                                slot: {
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
                                    /** @description By which rule this person was chosen, among how many who could and do not rest. */
                                    assigned: {
                                        /** @enum {string} */
                                        by: "first" | "weighted" | "least_loaded" | "last_served" | "only" | "asked";
                                        among: number;
                                    };
                                } | null;
                                alternatives: {
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
                                    /** @description By which rule this person was chosen, among how many who could and do not rest. */
                                    assigned: {
                                        /** @enum {string} */
                                        by: "first" | "weighted" | "least_loaded" | "last_served" | "only" | "asked";
                                        among: number;
                                    };
                                }[];
                            }[];
                            series: {
                                /** Format: uuid */
                                id: string;
                                rrule: string;
                                /** @description Wall time of the first one in the zone; of what the last change left of it. */
                                dtstart: string;
                                zone: string;
                                /** @description Wall times that the rule names and at which nothing was booked. */
                                exceptions: string[];
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                /** @description Asked for; null: anybody. */
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** Format: uuid */
                                customer_id: string;
                                attendee_name: string;
                                call_id: string | null;
                                version: number;
                                created_at: string;
                                count: number;
                                upcoming: number;
                                next_starts_at: string | null;
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
                                    series: {
                                        /** Format: uuid */
                                        id: string;
                                        position: number;
                                        of: number;
                                        /** @description It was moved alone: changes of the whole series leave its time. */
                                        exception: boolean;
                                    } | null;
                                    /** @description What the rules allow a customer now, and which steps may follow. */
                                    allowed: {
                                        move: true | {
                                            no: string;
                                        };
                                        cancel: true | {
                                            no: string;
                                        };
                                        check_in: true | {
                                            no: string;
                                        };
                                        complete: true | {
                                            no: string;
                                        };
                                        no_show: true | {
                                            no: string;
                                        };
                                        confirm: true | {
                                            no: string;
                                        };
                                        decline: true | {
                                            no: string;
                                        };
                                        undo: true | {
                                            no: string;
                                        };
                                    };
                                    terms: {
                                        move: {
                                            /**
                                             * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                             * @enum {string}
                                             */
                                            verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                            why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                            fee: {
                                                minor: number;
                                                currency: string;
                                            } | null;
                                            /** @description Until when the notice is kept; null without such a rule. */
                                            free_until: string | null;
                                            sentence: {
                                                de: string | null;
                                                en: string | null;
                                            };
                                        };
                                        cancel: {
                                            /**
                                             * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                             * @enum {string}
                                             */
                                            verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                            why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                            fee: {
                                                minor: number;
                                                currency: string;
                                            } | null;
                                            /** @description Until when the notice is kept; null without such a rule. */
                                            free_until: string | null;
                                            sentence: {
                                                de: string | null;
                                                en: string | null;
                                            };
                                        };
                                    };
                                }[];
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
                /** @description There is no such series. There is no such appointment. Nobody of this name or id works here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-series" | "/errors/scheduling/unknown-appointment" | "/errors/scheduling/unknown-staff";
                        };
                    };
                };
                /** @description Somebody changed this meanwhile. Read it again. Not all dates of the series can be had. None of these appointments can be changed any more. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version" | "/errors/scheduling/series-conflicts" | "/errors/scheduling/series-over";
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
                /** @description This Idempotency-Key was used with another body. This is not a rule for a series. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/scheduling/bad-recurrence";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/series/{id}/cancel": {
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
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description all: those that are still to come.
                         * @enum {string}
                         */
                        scope: "this" | "following" | "all";
                        /** @description The one meant, or from which on; not needed for all. */
                        appointment_id?: string | null;
                        /**
                         * @description Says what it would do, and does nothing.
                         * @default false
                         */
                        dry_run?: boolean;
                        /**
                         * @description skip: those that conflict stay.
                         * @default refuse
                         * @enum {string}
                         */
                        conflicts?: "refuse" | "skip";
                        reason?: string | null;
                        /** @description Refuses when the series has another by now. */
                        version?: number | null;
                        /** @description The fee agreed to for each, in the minor unit. */
                        fee_agreed?: number | null;
                        /** @description Why the rules do not count this once. Kept with each change. */
                        override?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        /** @description `true` when this is the stored answer of an earlier request with the same key. */
                        "Idempotency-Replayed"?: "true";
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            committed: boolean;
                            items: {
                                /** Format: uuid */
                                appointment_id: string;
                                was: string;
                                /** @description Where it goes; null: it is cancelled, or stays. */
                                starts_at: string | null;
                                /** @description exception: it was moved alone; conflict: it could not be changed and was left. */
                                stays: ("exception" | "conflict") | null;
                                conflict: {
                                    /** @enum {string} */
                                    kind: "past" | "too_soon" | "beyond_horizon" | "skipped_by_clocks" | "closed" | "not_offered" | "taken" | "by_the_rules";
                                    sentence: {
                                        de: string;
                                        en: string;
                                    };
                                } | null;
                                slot: {
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
                                    /** @description By which rule this person was chosen, among how many who could and do not rest. */
                                    assigned: {
                                        /** @enum {string} */
                                        by: "first" | "weighted" | "least_loaded" | "last_served" | "only" | "asked";
                                        among: number;
                                    };
                                } | null;
                                alternatives: {
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
                                    /** @description By which rule this person was chosen, among how many who could and do not rest. */
                                    assigned: {
                                        /** @enum {string} */
                                        by: "first" | "weighted" | "least_loaded" | "last_served" | "only" | "asked";
                                        among: number;
                                    };
                                }[];
                            }[];
                            series: {
                                /** Format: uuid */
                                id: string;
                                rrule: string;
                                /** @description Wall time of the first one in the zone; of what the last change left of it. */
                                dtstart: string;
                                zone: string;
                                /** @description Wall times that the rule names and at which nothing was booked. */
                                exceptions: string[];
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                /** @description Asked for; null: anybody. */
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                /** Format: uuid */
                                customer_id: string;
                                attendee_name: string;
                                call_id: string | null;
                                version: number;
                                created_at: string;
                                count: number;
                                upcoming: number;
                                next_starts_at: string | null;
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
                                    series: {
                                        /** Format: uuid */
                                        id: string;
                                        position: number;
                                        of: number;
                                        /** @description It was moved alone: changes of the whole series leave its time. */
                                        exception: boolean;
                                    } | null;
                                    /** @description What the rules allow a customer now, and which steps may follow. */
                                    allowed: {
                                        move: true | {
                                            no: string;
                                        };
                                        cancel: true | {
                                            no: string;
                                        };
                                        check_in: true | {
                                            no: string;
                                        };
                                        complete: true | {
                                            no: string;
                                        };
                                        no_show: true | {
                                            no: string;
                                        };
                                        confirm: true | {
                                            no: string;
                                        };
                                        decline: true | {
                                            no: string;
                                        };
                                        undo: true | {
                                            no: string;
                                        };
                                    };
                                    terms: {
                                        move: {
                                            /**
                                             * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                             * @enum {string}
                                             */
                                            verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                            why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                            fee: {
                                                minor: number;
                                                currency: string;
                                            } | null;
                                            /** @description Until when the notice is kept; null without such a rule. */
                                            free_until: string | null;
                                            sentence: {
                                                de: string | null;
                                                en: string | null;
                                            };
                                        };
                                        cancel: {
                                            /**
                                             * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                             * @enum {string}
                                             */
                                            verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                            why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                            fee: {
                                                minor: number;
                                                currency: string;
                                            } | null;
                                            /** @description Until when the notice is kept; null without such a rule. */
                                            free_until: string | null;
                                            sentence: {
                                                de: string | null;
                                                en: string | null;
                                            };
                                        };
                                    };
                                }[];
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
                /** @description There is no such series. There is no such appointment. Nobody of this name or id works here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-series" | "/errors/scheduling/unknown-appointment" | "/errors/scheduling/unknown-staff";
                        };
                    };
                };
                /** @description Somebody changed this meanwhile. Read it again. Not all dates of the series can be had. None of these appointments can be changed any more. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version" | "/errors/scheduling/series-conflicts" | "/errors/scheduling/series-over";
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
                /** @description This Idempotency-Key was used with another body. This is not a rule for a series. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/scheduling/bad-recurrence";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/series/{id}/undo": {
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
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string | null;
                        /** @description Refuses when the series has another by now. */
                        version?: number | null;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        /** @description `true` when this is the stored answer of an earlier request with the same key. */
                        "Idempotency-Replayed"?: "true";
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            rrule: string;
                            /** @description Wall time of the first one in the zone; of what the last change left of it. */
                            dtstart: string;
                            zone: string;
                            /** @description Wall times that the rule names and at which nothing was booked. */
                            exceptions: string[];
                            service: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @description Asked for; null: anybody. */
                            staff: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** Format: uuid */
                            customer_id: string;
                            attendee_name: string;
                            call_id: string | null;
                            version: number;
                            created_at: string;
                            count: number;
                            upcoming: number;
                            next_starts_at: string | null;
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
                                series: {
                                    /** Format: uuid */
                                    id: string;
                                    position: number;
                                    of: number;
                                    /** @description It was moved alone: changes of the whole series leave its time. */
                                    exception: boolean;
                                } | null;
                                /** @description What the rules allow a customer now, and which steps may follow. */
                                allowed: {
                                    move: true | {
                                        no: string;
                                    };
                                    cancel: true | {
                                        no: string;
                                    };
                                    check_in: true | {
                                        no: string;
                                    };
                                    complete: true | {
                                        no: string;
                                    };
                                    no_show: true | {
                                        no: string;
                                    };
                                    confirm: true | {
                                        no: string;
                                    };
                                    decline: true | {
                                        no: string;
                                    };
                                    undo: true | {
                                        no: string;
                                    };
                                };
                                terms: {
                                    move: {
                                        /**
                                         * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                         * @enum {string}
                                         */
                                        verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                        why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                        fee: {
                                            minor: number;
                                            currency: string;
                                        } | null;
                                        /** @description Until when the notice is kept; null without such a rule. */
                                        free_until: string | null;
                                        sentence: {
                                            de: string | null;
                                            en: string | null;
                                        };
                                    };
                                    cancel: {
                                        /**
                                         * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                         * @enum {string}
                                         */
                                        verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                        why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                        fee: {
                                            minor: number;
                                            currency: string;
                                        } | null;
                                        /** @description Until when the notice is kept; null without such a rule. */
                                        free_until: string | null;
                                        sentence: {
                                            de: string | null;
                                            en: string | null;
                                        };
                                    };
                                };
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
                /** @description There is no such series. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-series";
                        };
                    };
                };
                /** @description Somebody changed this meanwhile. Read it again. There is no change that can still be taken back. The place of the appointment is no longer free. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version" | "/errors/scheduling/nothing-to-undo" | "/errors/scheduling/place-taken";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/series/{id}": {
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
                            rrule: string;
                            /** @description Wall time of the first one in the zone; of what the last change left of it. */
                            dtstart: string;
                            zone: string;
                            /** @description Wall times that the rule names and at which nothing was booked. */
                            exceptions: string[];
                            service: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            /** @description Asked for; null: anybody. */
                            staff: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            /** Format: uuid */
                            customer_id: string;
                            attendee_name: string;
                            call_id: string | null;
                            version: number;
                            created_at: string;
                            count: number;
                            upcoming: number;
                            next_starts_at: string | null;
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
                                series: {
                                    /** Format: uuid */
                                    id: string;
                                    position: number;
                                    of: number;
                                    /** @description It was moved alone: changes of the whole series leave its time. */
                                    exception: boolean;
                                } | null;
                                /** @description What the rules allow a customer now, and which steps may follow. */
                                allowed: {
                                    move: true | {
                                        no: string;
                                    };
                                    cancel: true | {
                                        no: string;
                                    };
                                    check_in: true | {
                                        no: string;
                                    };
                                    complete: true | {
                                        no: string;
                                    };
                                    no_show: true | {
                                        no: string;
                                    };
                                    confirm: true | {
                                        no: string;
                                    };
                                    decline: true | {
                                        no: string;
                                    };
                                    undo: true | {
                                        no: string;
                                    };
                                };
                                terms: {
                                    move: {
                                        /**
                                         * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                         * @enum {string}
                                         */
                                        verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                        why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                        fee: {
                                            minor: number;
                                            currency: string;
                                        } | null;
                                        /** @description Until when the notice is kept; null without such a rule. */
                                        free_until: string | null;
                                        sentence: {
                                            de: string | null;
                                            en: string | null;
                                        };
                                    };
                                    cancel: {
                                        /**
                                         * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                         * @enum {string}
                                         */
                                        verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                        why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                        fee: {
                                            minor: number;
                                            currency: string;
                                        } | null;
                                        /** @description Until when the notice is kept; null without such a rule. */
                                        free_until: string | null;
                                        sentence: {
                                            de: string | null;
                                            en: string | null;
                                        };
                                    };
                                };
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
                /** @description There is no such series. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-series";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/appointments/{id}/move": {
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
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                        reason?: string | null;
                        /** @description Refuses when the appointment has another by now. */
                        version?: number | null;
                        /** @description The fee agreed to, in the minor unit. */
                        fee_agreed?: number | null;
                        /** @description Why the rules do not count this once. Kept with the change. */
                        override?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
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
                            series: {
                                /** Format: uuid */
                                id: string;
                                position: number;
                                of: number;
                                /** @description It was moved alone: changes of the whole series leave its time. */
                                exception: boolean;
                            } | null;
                            /** @description What the rules allow a customer now, and which steps may follow. */
                            allowed: {
                                move: true | {
                                    no: string;
                                };
                                cancel: true | {
                                    no: string;
                                };
                                check_in: true | {
                                    no: string;
                                };
                                complete: true | {
                                    no: string;
                                };
                                no_show: true | {
                                    no: string;
                                };
                                confirm: true | {
                                    no: string;
                                };
                                decline: true | {
                                    no: string;
                                };
                                undo: true | {
                                    no: string;
                                };
                            };
                            terms: {
                                move: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
                                };
                                cancel: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
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
                /** @description Somebody changed this meanwhile. Read it again. This offer has expired. Ask for free times again. This time is no longer free. Nobody is there at this time. This service is no longer offered. This costs a fee that nobody has agreed to yet. The rules of the business do not allow this now. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version" | "/errors/scheduling/slot-expired" | "/errors/scheduling/slot-taken" | "/errors/scheduling/closed" | "/errors/scheduling/service-gone" | "/errors/scheduling/fee-due" | "/errors/scheduling/not-allowed";
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
                /** @description This Idempotency-Key was used with another body. This is not a slot token of yours. This time has passed. The calendar is not open that far ahead. This slot is for another service than the appointment. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/scheduling/invalid-token" | "/errors/scheduling/start-passed" | "/errors/scheduling/beyond-horizon" | "/errors/scheduling/other-service";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/appointments/{id}/cancel": {
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
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string | null;
                        /** @description Refuses when the appointment has another by now. */
                        version?: number | null;
                        /** @description The fee agreed to, in the minor unit. */
                        fee_agreed?: number | null;
                        /** @description Why the rules do not count this once. Kept with the change. */
                        override?: string | null;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
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
                            series: {
                                /** Format: uuid */
                                id: string;
                                position: number;
                                of: number;
                                /** @description It was moved alone: changes of the whole series leave its time. */
                                exception: boolean;
                            } | null;
                            /** @description What the rules allow a customer now, and which steps may follow. */
                            allowed: {
                                move: true | {
                                    no: string;
                                };
                                cancel: true | {
                                    no: string;
                                };
                                check_in: true | {
                                    no: string;
                                };
                                complete: true | {
                                    no: string;
                                };
                                no_show: true | {
                                    no: string;
                                };
                                confirm: true | {
                                    no: string;
                                };
                                decline: true | {
                                    no: string;
                                };
                                undo: true | {
                                    no: string;
                                };
                            };
                            terms: {
                                move: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
                                };
                                cancel: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
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
                /** @description Somebody changed this meanwhile. Read it again. This costs a fee that nobody has agreed to yet. The rules of the business do not allow this now. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version" | "/errors/scheduling/fee-due" | "/errors/scheduling/not-allowed";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/appointments/{id}/outcome": {
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
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "checked_in" | "completed" | "no_show";
                        reason?: string | null;
                        /** @description Refuses when the appointment has another by now. */
                        version?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
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
                            series: {
                                /** Format: uuid */
                                id: string;
                                position: number;
                                of: number;
                                /** @description It was moved alone: changes of the whole series leave its time. */
                                exception: boolean;
                            } | null;
                            /** @description What the rules allow a customer now, and which steps may follow. */
                            allowed: {
                                move: true | {
                                    no: string;
                                };
                                cancel: true | {
                                    no: string;
                                };
                                check_in: true | {
                                    no: string;
                                };
                                complete: true | {
                                    no: string;
                                };
                                no_show: true | {
                                    no: string;
                                };
                                confirm: true | {
                                    no: string;
                                };
                                decline: true | {
                                    no: string;
                                };
                                undo: true | {
                                    no: string;
                                };
                            };
                            terms: {
                                move: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
                                };
                                cancel: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
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
                /** @description Somebody changed this meanwhile. Read it again. This does not follow from the state of the appointment. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version" | "/errors/scheduling/wrong-state";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/appointments/{id}/confirm": {
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
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string | null;
                        /** @description Refuses when the appointment has another by now. */
                        version?: number | null;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
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
                            series: {
                                /** Format: uuid */
                                id: string;
                                position: number;
                                of: number;
                                /** @description It was moved alone: changes of the whole series leave its time. */
                                exception: boolean;
                            } | null;
                            /** @description What the rules allow a customer now, and which steps may follow. */
                            allowed: {
                                move: true | {
                                    no: string;
                                };
                                cancel: true | {
                                    no: string;
                                };
                                check_in: true | {
                                    no: string;
                                };
                                complete: true | {
                                    no: string;
                                };
                                no_show: true | {
                                    no: string;
                                };
                                confirm: true | {
                                    no: string;
                                };
                                decline: true | {
                                    no: string;
                                };
                                undo: true | {
                                    no: string;
                                };
                            };
                            terms: {
                                move: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
                                };
                                cancel: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
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
                /** @description Somebody changed this meanwhile. Read it again. This does not follow from the state of the appointment. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version" | "/errors/scheduling/wrong-state";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/appointments/{id}/decline": {
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
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string | null;
                        /** @description Refuses when the appointment has another by now. */
                        version?: number | null;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
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
                            series: {
                                /** Format: uuid */
                                id: string;
                                position: number;
                                of: number;
                                /** @description It was moved alone: changes of the whole series leave its time. */
                                exception: boolean;
                            } | null;
                            /** @description What the rules allow a customer now, and which steps may follow. */
                            allowed: {
                                move: true | {
                                    no: string;
                                };
                                cancel: true | {
                                    no: string;
                                };
                                check_in: true | {
                                    no: string;
                                };
                                complete: true | {
                                    no: string;
                                };
                                no_show: true | {
                                    no: string;
                                };
                                confirm: true | {
                                    no: string;
                                };
                                decline: true | {
                                    no: string;
                                };
                                undo: true | {
                                    no: string;
                                };
                            };
                            terms: {
                                move: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
                                };
                                cancel: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
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
                /** @description Somebody changed this meanwhile. Read it again. This does not follow from the state of the appointment. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version" | "/errors/scheduling/wrong-state";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/appointments/{id}/undo": {
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
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason?: string | null;
                        /** @description Refuses when the appointment has another by now. */
                        version?: number | null;
                    } | null;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
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
                            series: {
                                /** Format: uuid */
                                id: string;
                                position: number;
                                of: number;
                                /** @description It was moved alone: changes of the whole series leave its time. */
                                exception: boolean;
                            } | null;
                            /** @description What the rules allow a customer now, and which steps may follow. */
                            allowed: {
                                move: true | {
                                    no: string;
                                };
                                cancel: true | {
                                    no: string;
                                };
                                check_in: true | {
                                    no: string;
                                };
                                complete: true | {
                                    no: string;
                                };
                                no_show: true | {
                                    no: string;
                                };
                                confirm: true | {
                                    no: string;
                                };
                                decline: true | {
                                    no: string;
                                };
                                undo: true | {
                                    no: string;
                                };
                            };
                            terms: {
                                move: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
                                };
                                cancel: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
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
                /** @description Somebody changed this meanwhile. Read it again. There is no change that can still be taken back. The place of the appointment is no longer free. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version" | "/errors/scheduling/nothing-to-undo" | "/errors/scheduling/place-taken";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/policies": {
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
                                /** @enum {string} */
                                scope: "tenant" | "location" | "service" | "staff";
                                scope_id: string | null;
                                /** @enum {string} */
                                kind: "cancel" | "move";
                                rules: {
                                    notice_minutes?: number | null;
                                    monthly_most?: number | null;
                                    most_moves?: number | null;
                                    beyond?: ("fee" | "staff" | "not_allowed") | null;
                                    fee?: ({
                                        /** @enum {string} */
                                        kind: "fixed";
                                        minor: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "percent";
                                        percent: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "tiered";
                                        tiers: {
                                            within_minutes: number;
                                            minor: number;
                                        }[];
                                    }) | null;
                                };
                                version: number;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        scope: "tenant" | "location" | "service" | "staff";
                        scope_id?: string | null;
                        /** @enum {string} */
                        kind: "cancel" | "move";
                        rules: {
                            notice_minutes?: number | null;
                            monthly_most?: number | null;
                            most_moves?: number | null;
                            beyond?: ("fee" | "staff" | "not_allowed") | null;
                            fee?: ({
                                /** @enum {string} */
                                kind: "fixed";
                                minor: number;
                            } | {
                                /** @enum {string} */
                                kind: "percent";
                                percent: number;
                            } | {
                                /** @enum {string} */
                                kind: "tiered";
                                tiers: {
                                    within_minutes: number;
                                    minor: number;
                                }[];
                            }) | null;
                        };
                        version?: number | null;
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
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                scope: "tenant" | "location" | "service" | "staff";
                                scope_id: string | null;
                                /** @enum {string} */
                                kind: "cancel" | "move";
                                rules: {
                                    notice_minutes?: number | null;
                                    monthly_most?: number | null;
                                    most_moves?: number | null;
                                    beyond?: ("fee" | "staff" | "not_allowed") | null;
                                    fee?: ({
                                        /** @enum {string} */
                                        kind: "fixed";
                                        minor: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "percent";
                                        percent: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "tiered";
                                        tiers: {
                                            within_minutes: number;
                                            minor: number;
                                        }[];
                                    }) | null;
                                };
                                version: number;
                            }[];
                            next_cursor: null;
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
                /** @description Somebody changed this meanwhile. Read it again. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version";
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
                /** @description There is no such place, service or person for a policy. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-scope";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
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
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                scope: "tenant" | "location" | "service" | "staff";
                                scope_id: string | null;
                                /** @enum {string} */
                                kind: "cancel" | "move";
                                rules: {
                                    notice_minutes?: number | null;
                                    monthly_most?: number | null;
                                    most_moves?: number | null;
                                    beyond?: ("fee" | "staff" | "not_allowed") | null;
                                    fee?: ({
                                        /** @enum {string} */
                                        kind: "fixed";
                                        minor: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "percent";
                                        percent: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "tiered";
                                        tiers: {
                                            within_minutes: number;
                                            minor: number;
                                        }[];
                                    }) | null;
                                };
                                version: number;
                            }[];
                            next_cursor: null;
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
                /** @description There is no such policy. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-policy";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/waitlist": {
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
                    state?: "waiting" | "booked" | "withdrawn" | "lapsed";
                    service_id?: string;
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
                                /** @enum {string} */
                                state: "waiting" | "booked" | "withdrawn" | "lapsed";
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                customer: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    phone: string | null;
                                    email: string | null;
                                };
                                attendee_name: string;
                                note: string | null;
                                windows: {
                                    starts_at: string;
                                    ends_at: string;
                                }[];
                                /** @description Empty: anybody. */
                                staff: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
                                /** @description Of the customer’s tier: higher is asked first. */
                                priority: number;
                                offers: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @enum {string} */
                                    state: "open" | "accepted" | "declined" | "expired" | "withdrawn";
                                    starts_at: string;
                                    ends_at: string;
                                    staff: string | null;
                                    offered_at: string;
                                    deadline_at: string;
                                    answered_at: string | null;
                                    answered_by: string | null;
                                    appointment_id: string | null;
                                }[];
                                /** @enum {string} */
                                source: "phone" | "web" | "api" | "staff";
                                call_id: string | null;
                                created_at: string;
                                created_by: string;
                                ended_at: string | null;
                                version: number;
                                allowed: {
                                    withdraw: true | {
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                        /** @description Id or name. */
                        service: string;
                        customer: {
                            /** Format: uuid */
                            id: string;
                        } | {
                            name: string;
                            phone?: string | null;
                            email?: string | null;
                            /** @description Of a new customer, for what they are sent; default de. */
                            language?: ("de" | "en") | null;
                        };
                        attendee_name?: string;
                        /** @description In which of them it should start; a date is its local midnight. */
                        windows: {
                            from: string;
                            to: string;
                        }[];
                        /** @description Ids or names; nobody: anybody. */
                        staff?: string[];
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
                            /** @enum {string} */
                            state: "waiting" | "booked" | "withdrawn" | "lapsed";
                            service: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            customer: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                phone: string | null;
                                email: string | null;
                            };
                            attendee_name: string;
                            note: string | null;
                            windows: {
                                starts_at: string;
                                ends_at: string;
                            }[];
                            /** @description Empty: anybody. */
                            staff: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            /** @description Of the customer’s tier: higher is asked first. */
                            priority: number;
                            offers: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                state: "open" | "accepted" | "declined" | "expired" | "withdrawn";
                                starts_at: string;
                                ends_at: string;
                                staff: string | null;
                                offered_at: string;
                                deadline_at: string;
                                answered_at: string | null;
                                answered_by: string | null;
                                appointment_id: string | null;
                            }[];
                            /** @enum {string} */
                            source: "phone" | "web" | "api" | "staff";
                            call_id: string | null;
                            created_at: string;
                            created_by: string;
                            ended_at: string | null;
                            version: number;
                            allowed: {
                                withdraw: true | {
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
                /** @description There is no such service. Nobody of this name or id works here. There is no such customer. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-service" | "/errors/scheduling/unknown-staff" | "/errors/customers/unknown";
                        };
                    };
                };
                /** @description This service is no longer offered. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/service-gone";
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
                /** @description This Idempotency-Key was used with another body. Several services fit this name. The range of time is not valid. This time has passed. The calendar is not open that far ahead. This is not a phone number. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/scheduling/ambiguous-service" | "/errors/scheduling/bad-range" | "/errors/scheduling/start-passed" | "/errors/scheduling/beyond-horizon" | "/errors/customers/bad-phone";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/waitlist/{id}": {
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
                            /** @enum {string} */
                            state: "waiting" | "booked" | "withdrawn" | "lapsed";
                            service: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            customer: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                phone: string | null;
                                email: string | null;
                            };
                            attendee_name: string;
                            note: string | null;
                            windows: {
                                starts_at: string;
                                ends_at: string;
                            }[];
                            /** @description Empty: anybody. */
                            staff: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            /** @description Of the customer’s tier: higher is asked first. */
                            priority: number;
                            offers: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                state: "open" | "accepted" | "declined" | "expired" | "withdrawn";
                                starts_at: string;
                                ends_at: string;
                                staff: string | null;
                                offered_at: string;
                                deadline_at: string;
                                answered_at: string | null;
                                answered_by: string | null;
                                appointment_id: string | null;
                            }[];
                            /** @enum {string} */
                            source: "phone" | "web" | "api" | "staff";
                            call_id: string | null;
                            created_at: string;
                            created_by: string;
                            ended_at: string | null;
                            version: number;
                            allowed: {
                                withdraw: true | {
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
                /** @description Nobody of this id waits. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-waitlist-entry";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/waitlist/{id}/withdraw": {
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
                        /** @description `true` when this is the stored answer of an earlier request with the same key. */
                        "Idempotency-Replayed"?: "true";
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "waiting" | "booked" | "withdrawn" | "lapsed";
                            service: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            customer: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                phone: string | null;
                                email: string | null;
                            };
                            attendee_name: string;
                            note: string | null;
                            windows: {
                                starts_at: string;
                                ends_at: string;
                            }[];
                            /** @description Empty: anybody. */
                            staff: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            /** @description Of the customer’s tier: higher is asked first. */
                            priority: number;
                            offers: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                state: "open" | "accepted" | "declined" | "expired" | "withdrawn";
                                starts_at: string;
                                ends_at: string;
                                staff: string | null;
                                offered_at: string;
                                deadline_at: string;
                                answered_at: string | null;
                                answered_by: string | null;
                                appointment_id: string | null;
                            }[];
                            /** @enum {string} */
                            source: "phone" | "web" | "api" | "staff";
                            call_id: string | null;
                            created_at: string;
                            created_by: string;
                            ended_at: string | null;
                            version: number;
                            allowed: {
                                withdraw: true | {
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
                /** @description Nobody of this id waits. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-waitlist-entry";
                        };
                    };
                };
                /** @description This entry of the waitlist has ended already. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/not-waiting";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/waitlist-offers/{id}/accept": {
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
                            series: {
                                /** Format: uuid */
                                id: string;
                                position: number;
                                of: number;
                                /** @description It was moved alone: changes of the whole series leave its time. */
                                exception: boolean;
                            } | null;
                            /** @description What the rules allow a customer now, and which steps may follow. */
                            allowed: {
                                move: true | {
                                    no: string;
                                };
                                cancel: true | {
                                    no: string;
                                };
                                check_in: true | {
                                    no: string;
                                };
                                complete: true | {
                                    no: string;
                                };
                                no_show: true | {
                                    no: string;
                                };
                                confirm: true | {
                                    no: string;
                                };
                                decline: true | {
                                    no: string;
                                };
                                undo: true | {
                                    no: string;
                                };
                            };
                            terms: {
                                move: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
                                };
                                cancel: {
                                    /**
                                     * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                     * @enum {string}
                                     */
                                    verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                    why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                    fee: {
                                        minor: number;
                                        currency: string;
                                    } | null;
                                    /** @description Until when the notice is kept; null without such a rule. */
                                    free_until: string | null;
                                    sentence: {
                                        de: string | null;
                                        en: string | null;
                                    };
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
                /** @description There is no such offer. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-waitlist-offer";
                        };
                    };
                };
                /** @description This offer has expired. Ask for free times again. This time is no longer free. Nobody is there at this time. This service is no longer offered. This offer was answered, taken back or has run out. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/slot-expired" | "/errors/scheduling/slot-taken" | "/errors/scheduling/closed" | "/errors/scheduling/service-gone" | "/errors/scheduling/offer-over";
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
                /** @description This Idempotency-Key was used with another body. This is not a slot token of yours. This time has passed. The calendar is not open that far ahead. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/idempotency-key-reused" | "/errors/scheduling/invalid-token" | "/errors/scheduling/start-passed" | "/errors/scheduling/beyond-horizon";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/waitlist-offers/{id}/decline": {
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
                        /** @description `true` when this is the stored answer of an earlier request with the same key. */
                        "Idempotency-Replayed"?: "true";
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "waiting" | "booked" | "withdrawn" | "lapsed";
                            service: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            customer: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                phone: string | null;
                                email: string | null;
                            };
                            attendee_name: string;
                            note: string | null;
                            windows: {
                                starts_at: string;
                                ends_at: string;
                            }[];
                            /** @description Empty: anybody. */
                            staff: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            /** @description Of the customer’s tier: higher is asked first. */
                            priority: number;
                            offers: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                state: "open" | "accepted" | "declined" | "expired" | "withdrawn";
                                starts_at: string;
                                ends_at: string;
                                staff: string | null;
                                offered_at: string;
                                deadline_at: string;
                                answered_at: string | null;
                                answered_by: string | null;
                                appointment_id: string | null;
                            }[];
                            /** @enum {string} */
                            source: "phone" | "web" | "api" | "staff";
                            call_id: string | null;
                            created_at: string;
                            created_by: string;
                            ended_at: string | null;
                            version: number;
                            allowed: {
                                withdraw: true | {
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
                /** @description There is no such offer. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/unknown-waitlist-offer";
                        };
                    };
                };
                /** @description This offer was answered, taken back or has run out. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/scheduling/offer-over";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                    limit?: number;
                    cursor?: string;
                    state?: "open" | "done" | "dropped";
                    assigned_to?: string;
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
                                /** @enum {string} */
                                state: "open" | "done" | "dropped";
                                /** @enum {string} */
                                priority: "normal" | "high";
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                escalated_at: string | null;
                                settled_at: string | null;
                                settled_by: string | null;
                                created_at: string;
                                allowed: {
                                    done: true | {
                                        no: string;
                                    };
                                    drop: true | {
                                        no: string;
                                    };
                                    reopen: true | {
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/callback-requests/{id}": {
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
                            reason: string;
                            wanted_when: string | null;
                            due_at: string;
                            name: string | null;
                            phone: string | null;
                            call_id: string | null;
                            /** @enum {string} */
                            state: "open" | "done" | "dropped";
                            /** @enum {string} */
                            priority: "normal" | "high";
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            escalated_at: string | null;
                            settled_at: string | null;
                            settled_by: string | null;
                            created_at: string;
                            allowed: {
                                done: true | {
                                    no: string;
                                };
                                drop: true | {
                                    no: string;
                                };
                                reopen: true | {
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
                /** @description There is no such callback request. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/calls/unknown-callback-request";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state?: "open" | "done" | "dropped";
                        assigned_to?: string | null;
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
                            /** Format: uuid */
                            id: string;
                            reason: string;
                            wanted_when: string | null;
                            due_at: string;
                            name: string | null;
                            phone: string | null;
                            call_id: string | null;
                            /** @enum {string} */
                            state: "open" | "done" | "dropped";
                            /** @enum {string} */
                            priority: "normal" | "high";
                            assignee: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            escalated_at: string | null;
                            settled_at: string | null;
                            settled_by: string | null;
                            created_at: string;
                            allowed: {
                                done: true | {
                                    no: string;
                                };
                                drop: true | {
                                    no: string;
                                };
                                reopen: true | {
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
                /** @description There is no such callback request. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/calls/unknown-callback-request";
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
                /** @description Nobody who works here has this id. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/calls/unknown-assignee";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/wishes": {
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
                    state?: "open" | "done" | "dropped";
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
                                /** Format: uuid */
                                call_id: string;
                                service: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                wanted_when: string | null;
                                wanted_staff: string | null;
                                name: string | null;
                                phone: string | null;
                                /** @enum {string} */
                                state: "open" | "done" | "dropped";
                                settled_at: string | null;
                                settled_by: string | null;
                                created_at: string;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/wishes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "open" | "done" | "dropped";
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
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            call_id: string;
                            service: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            } | null;
                            wanted_when: string | null;
                            wanted_staff: string | null;
                            name: string | null;
                            phone: string | null;
                            /** @enum {string} */
                            state: "open" | "done" | "dropped";
                            settled_at: string | null;
                            settled_by: string | null;
                            created_at: string;
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
                /** @description There is no such wish. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/calls/unknown-wish";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/knowledge/articles": {
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
                    language?: "de" | "en";
                    removed?: "shown" | "hidden";
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
                                /** @enum {string} */
                                language: "de" | "en";
                                questions: string[];
                                answer: string;
                                version: number;
                                created_at: string;
                                removed_at: string | null;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                        /** @enum {string} */
                        language: "de" | "en";
                        questions: string[];
                        answer: string;
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
                            /** @enum {string} */
                            language: "de" | "en";
                            questions: string[];
                            answer: string;
                            version: number;
                            created_at: string;
                            removed_at: string | null;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/knowledge/articles/{id}": {
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
                            /** @enum {string} */
                            language: "de" | "en";
                            questions: string[];
                            answer: string;
                            version: number;
                            created_at: string;
                            removed_at: string | null;
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
                /** @description There is no such article. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/reception/unknown-article";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
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
                            /** @enum {string} */
                            language: "de" | "en";
                            questions: string[];
                            answer: string;
                            version: number;
                            created_at: string;
                            removed_at: string | null;
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
                /** @description There is no such article. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/reception/unknown-article";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        language?: "de" | "en";
                        questions?: string[];
                        answer?: string;
                        version?: number;
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
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            language: "de" | "en";
                            questions: string[];
                            answer: string;
                            version: number;
                            created_at: string;
                            removed_at: string | null;
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
                /** @description There is no such article. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/reception/unknown-article";
                        };
                    };
                };
                /** @description Somebody changed this meanwhile. Read it again. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/stale-version";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/knowledge/articles/{id}/restore": {
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
                            /** @enum {string} */
                            language: "de" | "en";
                            questions: string[];
                            answer: string;
                            version: number;
                            created_at: string;
                            removed_at: string | null;
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
                /** @description There is no such article. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/reception/unknown-article";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/knowledge/unanswered": {
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
                    state?: "open" | "done";
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
                                /** Format: uuid */
                                call_id: string;
                                /** @enum {string} */
                                language: "de" | "en";
                                question: string;
                                /** @enum {string} */
                                state: "open" | "done";
                                asked_at: string;
                                settled_at: string | null;
                                settled_by: string | null;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/knowledge/unanswered/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "open" | "done";
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
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            call_id: string;
                            /** @enum {string} */
                            language: "de" | "en";
                            question: string;
                            /** @enum {string} */
                            state: "open" | "done";
                            asked_at: string;
                            settled_at: string | null;
                            settled_by: string | null;
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
                /** @description There is no such question. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/reception/unknown-question";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
                        };
                    };
                };
            };
        };
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
                        /** @description What the call is held in. Absent: the known caller’s language, else the business’s. */
                        language?: ("de" | "en") | null;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                            /** @enum {string} */
                            language: "de" | "en";
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
                                series: {
                                    /** Format: uuid */
                                    id: string;
                                    position: number;
                                    of: number;
                                    /** @description It was moved alone: changes of the whole series leave its time. */
                                    exception: boolean;
                                } | null;
                                /** @description What the rules allow a customer now, and which steps may follow. */
                                allowed: {
                                    move: true | {
                                        no: string;
                                    };
                                    cancel: true | {
                                        no: string;
                                    };
                                    check_in: true | {
                                        no: string;
                                    };
                                    complete: true | {
                                        no: string;
                                    };
                                    no_show: true | {
                                        no: string;
                                    };
                                    confirm: true | {
                                        no: string;
                                    };
                                    decline: true | {
                                        no: string;
                                    };
                                    undo: true | {
                                        no: string;
                                    };
                                };
                                terms: {
                                    move: {
                                        /**
                                         * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                         * @enum {string}
                                         */
                                        verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                        why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                        fee: {
                                            minor: number;
                                            currency: string;
                                        } | null;
                                        /** @description Until when the notice is kept; null without such a rule. */
                                        free_until: string | null;
                                        sentence: {
                                            de: string | null;
                                            en: string | null;
                                        };
                                    };
                                    cancel: {
                                        /**
                                         * @description staff and no: a person may do it who gives a reason; impossible: nobody.
                                         * @enum {string}
                                         */
                                        verdict: "free" | "fee" | "staff" | "no" | "impossible";
                                        why: ("notice" | "monthly_most" | "most_moves" | "cancelled" | "over") | null;
                                        fee: {
                                            minor: number;
                                            currency: string;
                                        } | null;
                                        /** @description Until when the notice is kept; null without such a rule. */
                                        free_until: string | null;
                                        sentence: {
                                            de: string | null;
                                            en: string | null;
                                        };
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
                                state: "queued" | "sent" | "failed" | "not_configured" | "no_address" | "superseded";
                                reason: string | null;
                                sent_at: string | null;
                                request_id: string | null;
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
                                /** @enum {string} */
                                state: "open" | "done" | "dropped";
                                /** @enum {string} */
                                priority: "normal" | "high";
                                assignee: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                } | null;
                                escalated_at: string | null;
                                settled_at: string | null;
                                settled_by: string | null;
                                created_at: string;
                                allowed: {
                                    done: true | {
                                        no: string;
                                    };
                                    drop: true | {
                                        no: string;
                                    };
                                    reopen: true | {
                                        no: string;
                                    };
                                };
                            }[];
                            /** @description What the provider charges, in cents and fractions of them. */
                            cost: {
                                cents: number;
                                /** @enum {string} */
                                currency: "USD";
                            } | null;
                            /** @description From the caller’s last word to the agent’s first, as the provider measured it. */
                            latency: {
                                p50_ms: number;
                                p95_ms: number;
                            } | null;
                            claims: {
                                /** @enum {string} */
                                kind: "booked" | "moved" | "cancelled" | "waitlisted" | "callback";
                                /** @description Null: the business keeps no words of its calls. */
                                sentence: string | null;
                                /** @enum {string} */
                                verdict: "proven" | "ghost";
                                /** @description The tool whose answer stands behind it. */
                                proof: string | null;
                                heard_at: string;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/reports/today": {
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
                            date: string;
                            as_of: string;
                            calls_today: number;
                            /** @description Those that are not cancelled. */
                            appointments_today: number;
                            callbacks_open: number;
                            callbacks_overdue: number;
                            /** @description Today and the six days behind it; minutes from start to end of their appointments. */
                            next_days: {
                                date: string;
                                appointments: number;
                                booked_minutes: number;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/reports/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    /** @description Without it, 30 days ago. */
                    from?: string;
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
                            from: string;
                            /** @description What hosted agents said they had done since then. */
                            claims: number;
                            /** @description How many of them nothing stands behind. */
                            ghosts: number;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/jobs": {
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
                    state?: "waiting" | "scheduled" | "running" | "retrying" | "dead";
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
                                id: string;
                                name: string;
                                /** @enum {string} */
                                state: "waiting" | "scheduled" | "running" | "retrying" | "dead";
                                /** @enum {string} */
                                priority: "live" | "messages" | "sync" | "reports";
                                attempts: number;
                                max_attempts: number;
                                run_at: string;
                                last_error: string | null;
                                reason: ("terminal" | "provider_refused" | "payload_invalid" | "attempts_used_up" | "worker_lost") | null;
                                first_failed_at: string | null;
                                last_failed_at: string | null;
                                request_id: string | null;
                                created_at: string;
                                allowed: {
                                    retry: true | {
                                        no: string;
                                        why: string;
                                    };
                                    discard: true | {
                                        no: string;
                                        why: string;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/jobs/summary": {
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
                            counts: {
                                [key: string]: number;
                            };
                            workers_alive: number;
                            schedules: {
                                name: string;
                                cadence: string;
                                zone: string;
                                /** @enum {string} */
                                state: "ok" | "late" | "failing" | "pending";
                                last_run_at: string | null;
                                last_ok_at: string | null;
                                last_failed_at: string | null;
                                last_error: string | null;
                                next_run_at: string;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/jobs/{id}": {
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
                            id: string;
                            name: string;
                            /** @enum {string} */
                            state: "waiting" | "scheduled" | "running" | "retrying" | "dead";
                            /** @enum {string} */
                            priority: "live" | "messages" | "sync" | "reports";
                            attempts: number;
                            max_attempts: number;
                            run_at: string;
                            last_error: string | null;
                            reason: ("terminal" | "provider_refused" | "payload_invalid" | "attempts_used_up" | "worker_lost") | null;
                            first_failed_at: string | null;
                            last_failed_at: string | null;
                            request_id: string | null;
                            created_at: string;
                            allowed: {
                                retry: true | {
                                    no: string;
                                    why: string;
                                };
                                discard: true | {
                                    no: string;
                                    why: string;
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
                /** @description There is no such job. It may be done by now. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/ops/unknown-job";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/jobs/{id}/retry": {
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
                            id: string;
                            name: string;
                            /** @enum {string} */
                            state: "waiting" | "scheduled" | "running" | "retrying" | "dead";
                            /** @enum {string} */
                            priority: "live" | "messages" | "sync" | "reports";
                            attempts: number;
                            max_attempts: number;
                            run_at: string;
                            last_error: string | null;
                            reason: ("terminal" | "provider_refused" | "payload_invalid" | "attempts_used_up" | "worker_lost") | null;
                            first_failed_at: string | null;
                            last_failed_at: string | null;
                            request_id: string | null;
                            created_at: string;
                            allowed: {
                                retry: true | {
                                    no: string;
                                    why: string;
                                };
                                discard: true | {
                                    no: string;
                                    why: string;
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
                /** @description There is no such job. It may be done by now. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/ops/unknown-job";
                        };
                    };
                };
                /** @description This job has not failed, or somebody was faster. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/ops/job-not-failed";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/jobs/{id}/discard": {
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
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
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
                            id: string;
                            /** @enum {boolean} */
                            discarded: true;
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
                /** @description There is no such job. It may be done by now. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/ops/unknown-job";
                        };
                    };
                };
                /** @description This job has not failed, or somebody was faster. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/ops/job-not-failed";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/jobs/retry": {
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
                        ids: string[];
                    } | {
                        /** @enum {string} */
                        state: "dead";
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
                            retried: string[];
                            skipped: {
                                id: string;
                                no: string;
                                why: string;
                            }[];
                            more: boolean;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/inbox-events": {
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
                    state?: "waiting" | "processed" | "dead";
                    source?: string;
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
                                source: string;
                                event_key: string;
                                /** @enum {string} */
                                state: "waiting" | "processed" | "dead";
                                received_at: string;
                                processed_at: string | null;
                                attempts: number;
                                last_error: string | null;
                                reason: string | null;
                                request_id: string;
                                body_removed_at: string | null;
                                allowed: {
                                    replay: true | {
                                        no: string;
                                        why: string;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/inbox-events/{id}": {
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
                            source: string;
                            event_key: string;
                            /** @enum {string} */
                            state: "waiting" | "processed" | "dead";
                            received_at: string;
                            processed_at: string | null;
                            attempts: number;
                            last_error: string | null;
                            reason: string | null;
                            request_id: string;
                            body_removed_at: string | null;
                            allowed: {
                                replay: true | {
                                    no: string;
                                    why: string;
                                };
                            };
                            headers: unknown;
                            /** @enum {string} */
                            body_state: "masked" | "removed" | "too_large" | "not_json";
                            body_bytes: number;
                            body: unknown;
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
                /** @description There is no such event. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/ops/unknown-inbox-event";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/inbox-events/{id}/replay": {
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
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {boolean} */
                            replayed: true;
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
                /** @description There is no such event. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/ops/unknown-inbox-event";
                        };
                    };
                };
                /** @description This event cannot be processed again now. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/ops/inbox-event-not-replayable";
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
    "/api/v1/inbox-events/replay": {
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
                        ids: string[];
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
                            replayed: string[];
                            skipped: {
                                id: string;
                                no: string;
                                why: string;
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
                /** @description Too much to do at the moment. Please try again shortly. Not ready yet. Please try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"] & {
                            /** @enum {unknown} */
                            type?: "/errors/platform/overloaded" | "/errors/platform/unavailable";
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
