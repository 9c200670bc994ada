/*
 * What every part of the form knows: the choices and today, the visit as it stands, who writes.
 */
import { createContext } from "react"

export const Known = createContext(null)
