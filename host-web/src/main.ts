import './trusted-types.ts'
import { adoptDocumentStyles } from '@liaison/sdk/web'
import './app.ts'

adoptDocumentStyles(document)
document.body.append(document.createElement('ln-app'))
