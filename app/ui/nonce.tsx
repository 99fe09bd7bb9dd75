import { createContext, useContext } from 'react'

const Nonce = createContext<string | undefined>(undefined)

/** Gives a page's scripts the nonce of its answer; only the server does, for the browser hides it from scripts. */
export const NonceProvider = Nonce.Provider

/** The nonce of this page. */
export const useNonce = () => useContext(Nonce)
