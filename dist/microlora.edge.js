/* microlora 0.1.0, MIT OR Apache-2.0 */
import t from"./microlora.wasm?module"
var e={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},r=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[r]:super[Symbol.hasInstance](e)}get[r](){return!0}constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function s(t,e,r){throw new LoraError(t,e,r)}var o={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out"}
function i(t,r){const i=Object.keys(e),[a]=i.filter(r=>e[r]===t)
s(a,`${r}: ${o[a]??a}`)}var a=t=>t.length>80?`${t.slice(0,79)}…`:t,n=t=>a(JSON.stringify(t))
function h(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let i=1;i<=e.length;i++){const a=r[i-1]+Number(t[s-1]!==e[i-1])
o.push(Math.min(a,r[i]+1,o[i-1]+1))}r=o}return r[e.length]}function c(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=h(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${a(s)}?)`}var u=t=>Object.prototype.toString.call(t).slice(8,-1),d=t=>"string"==typeof t?n(t):a(Object(t)===t?u(t):String(t)),l=(t,e,r,o="LORA_E_TYPE")=>s(o,`${t} must be ${e}, got ${d(r)}`)
function m(t,e,r){const o=f(t,e)
o!==r&&s("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${o}`)}function p(t,e,r,o){const i=f(t,e),a=i/r;(!Number.isInteger(a)||a<1||a>o)&&s("LORA_E_SHAPE",`${t} must have 1 to ${o} rows of ${r} numbers ({ batch: ${o} } when it was created), got ${i} numbers`)
return a}function f(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===u(e))||l(t,"a Float32Array",e)
return e.length}function g(t,e){"number"!=typeof e&&l(t,"a number",e)
Number.isFinite(Math.fround(e))||s("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function _(t,e,r,o,i="LORA_E_RANGE"){"number"!=typeof e&&l(t,"a number",e);(!Number.isInteger(e)||e<r||e>o)&&s(i,`${t} must be a whole number from ${r} to ${o}, got ${e}`)
return e}function y(t,e){const r=g(t,e)
r<0&&s("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function b(t,e){const r=g(t,e)
r>0||s("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}function w(t){const e=g("share",t)
e>=0&&e<=1||s("LORA_E_RANGE",`share must be 0 to 1, got ${e}`)
return e}function O(t,e,r){const o=r.indexOf(e)
o<0&&s("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${d(e)}${c(e,r)}`)
return o}function A(t,e){"boolean"!=typeof e&&l(t,"true or false",e)
return e}function v(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function E(t,e,r){v(e)||l(`${t}: the argument`,"an object of options",e)
const o={...r}
for(const[i,n]of Object.entries(e)){Object.hasOwn(r,i)||s("LORA_E_OPTION",`${t} has no option ${a(i)}${c(i,Object.keys(r))}; it has `+Object.keys(r).join(", "))
void 0!==n&&(o[i]=n)}return o}var R,L=/* @__PURE__ */Symbol.for("microlora 0.1.0"),k=globalThis
function S(t){const e=t?.[L]
"function"==typeof e&&e()
const r=R
R=void 0
return r}var j=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,L,{value:e=>{void 0===e?R=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:S(t)??l("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return S(this)?.i??"Object"}toJSON(){return N(this).l()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=S(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.i} ${r(s.l(),e)}`}}
function I(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:N}=j
function $(t,e,r,o,i){const a=S(r)
if(a instanceof o)return a
void 0===a&&void 0!==function(t){let e
const r=t?.[L]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&s(i??"LORA_E_TYPE",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return l(t,e,r,i)}var M=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),F=class extends j{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[M],configurable:!0})}free(){N(this).v()}[M](){this.free()}},x=[1,2,3,4,5],P=[[1,0,2,0,-1],[0,1,0,-2,1]],T=[[1,2,0,0,4],[0,2,4,0,-2]],B=[1,0,-1,2,.5],C=[2,3,1,4,10],D=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],W=/* @__PURE__ */new Map
function z(t,e){W.set(t,e)
return t}var H,G,U=4293918720,J="this is not the microlora.wasm of this release: take the one beside this script",q=(t=16777216)=>_("memory (bytes)",t,131072,U),Y=class{i="Engine"
ha=W
f=new Float32Array(0)
D="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.b.lora_free(t)):void 0
constructor(t){const e=t.exports
4!==e.lora_version?.()&&s("LORA_E_MODULE",J)
this.E=e.memory
this.b={...e}
this.F=1===this.b.lora_simd()}l(){return{simd:this.F,memoryUsage:this.w()}}w(){return{used:this.b.lora_memory_used(),free:this.b.lora_memory_free(),largestFree:this.b.lora_memory_largest_free()}}o(t,e){return new Float32Array(this.E.buffer,t>>>0,e)}G(t){this.b.lora_grow(t)<0&&s("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.p()}p(){const t=this.b
this.f=this.o(t.lora_transfer(),t.lora_transfer_size())}},V=N,Engine=class extends j{constructor(t,e){const r=new Y(t)
r.G(e)
super(r)
this.simd=r.F
I(this)}get memory(){return V(this).E}get memoryUsage(){return V(this).w()}grow(t){V(this).G(_("grow: bytes",t,1,U))}},Q=t=>function(t){const{b:e,f:r}=t,s=e.lora_create(5,5,P.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(x)
e.lora_forward(s,0,1,1)
const i=t.o(e.lora_output(s),5)
return o.every((t,e)=>t===i[e])};[P,T].forEach((t,o)=>t.forEach((t,i)=>{r.set(t)
e.lora_write_row(s,0,o,i)}))
const i=o(C)
r.set(B)
e.lora_adapt(s,0,1,1)
const a=o(D)
e.lora_free(s)
return i&&a}(V(t)),X="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",K=t=>"WebAssembly.Module"===u(t)
function Z(t){const e=E("init",void 0===t||v(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0})
void 0!==e.module&&void 0!==e.module_or_path&&s("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:q(e.memory),simd:void 0===e.simd?void 0:A("simd",e.simd)}}function tt(){"object"!=typeof WebAssembly&&s("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function et(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&s("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&s("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const o=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||K(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":J:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
s("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${o}`,t)}function rt(t){if(K(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===u(t))(t))return t
s("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${u(t)}`)}async function st(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function ot(t){const e=K(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function it(e){if(void 0!==e.simd&&!0!==e.simd)return
const r=t
return K(r)||WebAssembly.validate(r)?r:void 0}var at=(t,e)=>new Engine(t,q(e.memory))
function nt(t,e){const r=at(t,e)
Q(r)||s("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&s("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function ht(t){tt()
let e
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(u(e))&&(e=await fetch(e))
if("Response"===u(e)){const{ok:t,url:r,status:o,headers:i}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||s("LORA_E_MODULE",`${r} answered ${o} ${i.get("Content-Type")}, no wasm: put the file there`)}return rt(e)}(t.module)
return nt(await st(e),t)}const r=it(t)
if(void 0!==r){const e=at(await st(r),t)
if(Q(e))return e}!0===t.simd&&s("LORA_E_SIMD",X)
const o=await(async()=>{throw new Error("the edge entry carries the SIMD build only")})().catch(t=>s("LORA_E_SIMD",X,t)),i=at(await st(o),t)
Q(i)||s("LORA_E_MODULE","WebAssembly computes wrongly here")
return i}catch(r){return et(r,t,e)}}function ct(t,e){const{used:r,free:o}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+o||void 0!==e.simd&&e.simd!==t.simd)&&s("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
return t}function ut(t){void 0===H&&function(t){Reflect.defineProperty(k,L,{value:t,configurable:!0})}(H=t)
return H}async function dt(t){const e=Z(t)
if(void 0===H){G??=ht(e).then(ut).finally(()=>G=void 0)
await G}return ct(H,e)}function lt(t){const e=Z(t)
return void 0!==H?ct(H,e):ut(function(t){tt()
let e
try{if(void 0!==t.module){e=rt(t.module)
return nt(ot(e),t)}const r=it(t)
if(void 0!==r){const e=at(ot(r),t)
if(Q(e))return e}return s("LORA_E_SIMD",X)}catch(r){return et(r,t,e)}}(e))}async function mt(t){return ht(Z(t))}var pt=/* @__PURE__ */new Map([["learningRate",0],["weightDecay",1],["clipNorm",2],["ratio",3],["momentum",4],["epsilon",6],["maxDeltaNorm",7],["decayToBase",8],["explore",9]]),ft=4294967295,gt={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",...Object.fromEntries([...pt.keys()].map(t=>[t,void 0])),betas:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},_t=Object.fromEntries([...pt.keys(),"betas"].map(t=>[t,void 0])),yt={sgd:t=>Math.min(.02,5.12/t),momentum:t=>Math.min(.002,.512/t),adam:t=>Math.min(.003,.1/t),adamw:t=>Math.min(.003,.1/t),preconditioned:()=>.5},bt=Object.keys(yt),wt=N
function Ot(t){const e=wt(t)
e.H()
return e}var At=class extends F{constructor(t){super(t)
this.dim=t.dim
this.in=t.in
this.out=t.out
this.rank=t.rank
this.alpha=t.alpha
this.batch=t.batch
this.optimizer=t.optimizer
this.seed=t.seed
this.sharedIO=t.sharedIO
this.residual=t.residual
I(this)}get input(){return Ot(this).input}get output(){return Ot(this).output}get gradient(){return Ot(this).gradient}get inputs(){return Ot(this).inputs}get outputs(){return Ot(this).outputs}get gradients(){return Ot(this).gradients}get paramCount(){return wt(this).a("param_count")}get learningRate(){return wt(this).x}set learningRate(t){const e=y("learningRate",t)
wt(this).q(ft,{learningRate:e})}clone(){return wt(this)._()}copyFrom(t){wt(this).$(t)}resize(t){return wt(this).aa(t)}update(t,e){return wt(this).ba(t,e)}}
function vt(t,r,...o){const a=t.b[r](...o)
a===e.LORA_E_MEMORY&&s("LORA_E_MEMORY",`the arena is full: this needs ${t.b.lora_memory_wanted()} bytes in one piece, and ${t.w().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
a<0&&i(a,r)
t.p()
return a}var Et=class{i
c
d=0
constructor(t,e){this.i=t
this.c=void 0!==(r=e)?$("engine","one of init or createEngine",r,Y,"LORA_E_OPTION"):N(H??s("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}I(t,...e){this.d=vt(this.c,t,...e)
this.c.D?.register(this,this.d,this)}a(t,...e){const r=this.c.b[`lora_${t}`](this.d,...e)
return r<-1?i(r,t):r}j(){0===this.d&&i(e.LORA_E_HANDLE,"after free()")}v(){if(0!==this.d){this.c.D?.unregister(this)
this.a("free")
this.d=0}}l(){return{...this.k(),...0===this.d?{freed:!0}:this.r()}}k(){return{}}r(){return{}}},Rt=t=>_("rank",t,1,64,"LORA_E_SHAPE")
function Lt(t,e,r,o){const[{adapters:i}]=t
for(const{adapters:e}of t){e.j()
e.c!==i.c&&s("LORA_E_OPTION","these adapters are in different engines; load them into one")
e.in===i.in&&e.out===i.out&&e.m===i.m||s("LORA_E_SHAPE","these adapters differ in in, out, or the number of scopes")}const a=i.J({rank:e}),n={adapter:a,keptEnergy:1,foldError:0}
try{const e=N(a)
e.ca(i)
for(let s=0;s<i.m;s++){const i=t.filter(({adapters:t})=>t.da(s))
i.length>0&&kt(i,e,s,Number(r),o,n)}}catch(t){a.free()
throw t}return n}function kt(t,e,r,s,o,a){const n=e.c,h=n.b,c=t.map(({adapters:t})=>t.rank),u=c.reduce((t,e)=>t+e,0),d=2*Math.max(...c),l=Math.max(Math.min(u,Math.max(128,4*e.rank)),d),m=vt(n,"lora_sum_create",e.in,e.out,l)
try{for(const{adapters:e,weight:s}of t){const t=h.lora_sum_add(m,e.d,r,s)
t<0&&i(t,"sum")}const n=h.lora_sum_take(m,e.d,r,s,o)
n<0&&i(n,"sum")
a.keptEnergy=Math.min(a.keptEnergy,h.lora_sum_kept(m))
a.foldError=Math.max(a.foldError,h.lora_sum_lost(m))}finally{h.lora_free(m)}}var St=["A","B"],jt=(t,e)=>_(t,e,1,16384,"LORA_E_SHAPE"),It=class t extends Et{constructor(t,e,r,o,i){super(t,e.engine)
const{engine:a}=e
this.J=t=>i({...this.k(),engine:a,...t})
this.ea=r
this.m=r+o
const{dim:n}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===n?2:0)&&s("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const h=void 0===n?jt("in",e.in):jt("dim",n),c=void 0===n?jt("out",e.out):h,u=_("rank",e.rank,1,64,"LORA_E_SHAPE"),d=g("alpha",e.alpha),l=_("batch",e.batch,1,1024),m=O("optimizer",e.optimizer,bt),p=_("seed",e.seed,0,2**32-1),f=A("sharedIO",e.sharedIO),b=void 0!==n
this.I("lora_create",h,c,u,d,void 0===e.learningRate?yt[bt[m]](h):y("learningRate",e.learningRate),m,p,Number(b)+2*Number(f),r,o,l)
this.dim=h
this.in=h
this.out=c
this.rank=u
this.alpha=d
this.batch=l
this.seed=p
this.sharedIO=f
this.residual=b
this.optimizer=bt[m]
m===bt.indexOf("adamw")&&void 0===e.weightDecay&&(e.weightDecay=.01)
try{this.q(ft,Object.fromEntries([...pt.keys(),"betas"].filter(t=>void 0!==e[t]).map(t=>[t,e[t]])))}catch(t){this.v()
throw t}}g(t){return t}n(t,e,...r){return this.a(t,this.g(e),...r)}k(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}}get x(){return this.a("option",0,0)}q(t,r){for(const[o,a,n]of function(t){const e=E("options",t,_t),r=[]
if(void 0!==e.betas){Array.isArray(e.betas)&&2===e.betas.length||l("betas","an array of two numbers",e.betas)
const[t,o]=e.betas.map(t=>y("betas",t))
t<1&&o<1&&t**2<o||s("LORA_E_RANGE",`betas must be below 1, and beta2 above beta1^2, got ${e.betas}`)
r.push(["betas",4,0],["betas",5,o],["betas",4,t])}for(const[t,s]of pt)void 0!==e[t]&&r.push([t,s,y(t,e[t])])
return r}(r)){const r=this.c.b.lora_set_option(this.d,t,a,n)
r===e.LORA_E_RANGE&&s("LORA_E_RANGE",`${o} is out of its range, got ${n}; see the types`)
r<0&&i(r,o)}}K(t){const e=e=>this.n("option",t,e)
return{...Object.fromEntries([...pt].map(([t,r])=>[t,e(r)])),betas:[e(4),e(5)]}}ca(t){const{b:e}=this.c
for(let r=0;r<this.m;r++){const s=(s,o=t.a("option",r,s))=>{const a=e.lora_set_option(this.d,r,s,o)
a<0&&i(a,"options")}
s(4,0)
s(5)
for(const t of pt.values())s(t)}}da(t){if(1===this.m||t>=this.ea)return!0
this.a("read_numbers",t)
const e=this.c
e.p()
return 1===new Float64Array(e.f.buffer,e.f.byteOffset)[4]}L(e,r){const o=$(r,"an adapter like this one",e,t)
this.j()
o.j()
o.c!==this.c&&s("LORA_E_OPTION",`${r}: the two are in different engines`)
return o}_(){this.j()
const t=this.J({})
try{N(t).a("copy",this.d,1)}catch(e){t.free()
throw e}return t}$(t){const r=this.L(t,"copyFrom"),o=this.c.b.lora_copy(this.d,r.d,0)
o===e.LORA_E_SHAPE&&s("LORA_E_SHAPE","copyFrom: in, out, rank, alpha, optimizer or scopes differ; setWeights takes weights alone")
o<0&&i(o,"copyFrom")}aa(t){return Lt([{adapters:this,weight:1}],Rt(t),!1,0).adapter}ba(t,e={}){const r=this.L(t,"update"),{rank:s,maxNorm:o}=E("update",e,{rank:Math.min(this.rank+r.rank,64),maxNorm:0})
return Lt([{adapters:this,weight:1},{adapters:r,weight:-1}],Rt(s),!1,y("update: maxNorm",o))}M(t,e,r){const s=this.g(t),{b:o,f:a}=this.c,n=new Float32Array(e)
for(let t=0;t<this.out;t++){const e=n.subarray(t*this.in,(t+1)*this.in)
a.set(e)
const h=o.lora_merge_row(this.d,s,t,r)
h<0&&i(h,"merge")
e.set(a.subarray(0,this.in))}return n}s(t,e,r){m("W (out, in)",e,this.out*this.in)
e.set(this.M(t,e,r))
return e}N(t){return this.M(t,new Float32Array(this.out*this.in),1)}O(t){const e=this.g(t),[r,s]=St.map((t,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
o.set(this.c.f.subarray(0,s),t*s)}return o})
return{A:r,B:s}}P(t,e){const r=this.g(t),{A:s,B:o}=E("setWeights",e,{A:void 0,B:void 0})
m("setWeights: A (rank, in)",s,this.rank*this.in)
m("setWeights: B (rank, out)",o,this.rank*this.out)
const{b:a,f:n}=this.c
for(const t of[!1,!0])[s,o].forEach((e,s)=>{const o=0===s?this.in:this.out
for(let h=0;h<this.rank;h++){n.set(e.subarray(h*o,(h+1)*o))
const c=t?a.lora_write_row(this.d,r,s,h):a.lora_check(o)
c<0&&i(c,"setWeights")}})}},Nt=["mse","huber","cosine"],$t=["sum","mean"],Mt={loss:"mse",delta:1,reduction:"sum"},Ft={temperature:void 0,margin:void 0},xt=class extends It{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
t=this.input
u=1
H(){this.j()
if(0===this.input.length){this.inputs=this.y("lora_input",this.in)
this.outputs=this.y("lora_output",this.out)
this.gradients=this.y("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}y(t,e){const r=this.c,s=r.b[t](this.d)
return Object.freeze(Array.from({length:this.batch},(t,o)=>(t=>{return r.o(s+t*(o=e,16*Math.ceil(o/16))*4,e)
var o})(o)))}Q(t,e,r){const s=this.g(t),o=this.c
let i=0
if(void 0!==e||void 0!==r){m("forward: x",e,this.in)
void 0!==r&&m("forward: out",r,this.out)
o.f.set(e)
i=1}const a=o.b.lora_forward(this.d,s,1,i)
a<0&&this.h(a,"forward",s)
if(void 0!==e){this.H()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}R(t,e){const r=this.g(t),s=this.c
let o=0
if(void 0!==e){m("adapt: gradient",e,this.out)
s.f.set(e)
o=1}const i=s.b.lora_adapt(this.d,r,1,o)
i<0&&this.h(i,"adapt",r)}S(t,e=this.batch,r){const s=this.g(t),o=this.c,i="number"==typeof e,a=i?_("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):p("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&m("forwardBatch: out",r,a*this.out)
i||o.f.set(e)
const n=o.b.lora_forward(this.d,s,a,i?0:1)
n<0&&this.h(n,"forwardBatch",s)
this.u=a
if(i&&void 0===r)return
const h=this.fa(a)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}fa(t){const e=this.c,r=e.b.lora_packed_output(this.d,t)>>>0,s=t*this.out
this.t.length===s&&this.t.byteOffset===r||(this.t=e.o(r,s))
return this.t}T(t,e){const r=this.g(t),s=this.c
let o=this.u
if(void 0!==e){o=p("adaptBatch: G",e,this.out,this.batch)
s.f.set(e)}const i=s.b.lora_adapt(this.d,r,o,void 0===e?0:1)
i<0&&this.h(i,"adaptBatch",r)}z(t,e,r,o,i){const a=this.g(t),n=this.c
let h=0,c=1,u=0
if(void 0!==i){const t=E("learn",i,Mt)
h=O("loss",t.loss,Nt)
u=O("reduction",t.reduction,$t)
c=b("delta",t.delta)
1===u&&h===Nt.indexOf("cosine")&&s("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}m("learn: x",e,o*this.in)
m("learn: target",r,o*this.out)
n.f.set(e)
n.f.set(r,e.length)
const d=n.b.lora_learn(this.d,a,o,h,c,u)
d<-1&&this.h(d,"learn",a)
this.u=o
return d}U(t,e,r,s){const o=p("learnBatch: X",e,this.in,this.batch)
return this.z(t,e,r,o,s)}C(t,e,r,o,a,n={}){const h=this.g(t),c=this.c,{temperature:u,margin:d}=E("contrast",n,Ft)
void 0!==u&&void 0!==d&&s("LORA_E_OPTION","contrast: give temperature (InfoNCE) or margin (triplet), not both")
m("contrast: query",e,a*this.in)
m("contrast: positive",r,a*this.out)
const l=a+(void 0===o?0:p("contrast: negatives",o,this.out,65536-a))
l<2&&s("LORA_E_SHAPE","contrast: give at least one negative")
const f=c.b.lora_reserve(this.d,a,l)
f<0&&i(f,"contrast")
c.p()
const g=c.f
g.set(e)
g.set(r,e.length)
void 0!==o&&g.set(o,e.length+r.length)
const _=c.b.lora_contrast(this.d,h,a,l,Number(void 0!==d),void 0!==d?b("margin",d):b("temperature",u??.07))
_<-1&&this.h(_,"contrast",h)
this.u=a
return _}V(t,e,r,s,o){const i=p("contrastBatch: queries",e,this.in,this.batch)
return this.C(t,e,r,s,i,o)}W(t,e){const r=this.g(t),s=this.c
if(void 0!==e){m("accumulate: gradient",e,this.out)
s.f.set(e)}const o=s.b.lora_accumulate(this.d,r,1,void 0===e?0:1)
o<0&&this.h(o,"accumulate",r)}X(t,e){const r=this.g(t),{c:s,d:o}=this,i=s.b.lora_adapt_with_reward(o,r,g("reward",e))
i<0&&this.h(i,"adaptWithReward",r)}Y(t){const e=this.g(t),r=this.c.b.lora_step(this.d,e)
r<0&&this.h(r,"step",e)}h(t,r,o){if(t===e.LORA_E_NONFINITE){const t=this.a("delta_norm",o)
t>1e9&&s("LORA_E_NONFINITE",`${r}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate or maxDeltaNorm keeps it from growing`)}i(t,r)}},Pt="MicroLoRA",Tt=N,Bt=t=>new MicroLoRA(t),Ct=class extends xt{r(){return{learningRate:this.x,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},MicroLoRA=class extends At{static i=z(Pt,this)
constructor(t){const e=E(Pt,t,gt)
super(new Ct(Pt,e,1,0,Bt))}forward(t,e){return Tt(this).Q(0,t,e)}adapt(t){Tt(this).R(0,t)}forwardBatch(t,e){return Tt(this).S(0,t,e)}adaptBatch(t){Tt(this).T(0,t)}learn(t,e,r){return Tt(this).z(0,t,e,1,r)}learnBatch(t,e,r){return Tt(this).U(0,t,e,r)}contrast(t,e,r,s){return Tt(this).C(0,t,e,r,1,s)}contrastBatch(t,e,r,s){return Tt(this).V(0,t,e,r,s)}accumulate(t){Tt(this).W(0,t)}step(){Tt(this).Y(0)}decayToBase(t){Tt(this).a("decay_to_base",0,w(t))}setOptions(t){Tt(this).q(ft,t)}getOptions(){
return Tt(this).K(0)}adaptWithReward(t){Tt(this).X(0,t)}get deltaNorm(){return Tt(this).a("delta_norm",0)}get adaptCount(){return Tt(this).a("adapt_count",0)}get forwardCount(){return Tt(this).a("forward_count",0)}getWeights(){return Tt(this).O(0)}setWeights(t){Tt(this).P(0,t)}delta(){return Tt(this).N(0)}mergeInto(t){return Tt(this).s(0,t,1)}unmergeFrom(t){return Tt(this).s(0,t,-1)}reset(){Tt(this).a("reset",ft)}
},Dt=t=>Object.freeze(t.split(" ")),Wt=/* @__PURE__ */Dt("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),zt=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */Dt("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */Dt("Join NestedLoopJoin HashJoin MergeJoin"),aggregation:/* @__PURE__ */Dt("Aggregate GroupBy"),shaping:/* @__PURE__ */Dt("Filter Project Sort Limit Materialize"),
vector:/* @__PURE__ */Dt("VectorDistance Rerank")}),Ht=/* @__PURE__ */Dt("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Gt="ScopedLoRA",Ut=N,Jt={...gt,scopes:void 0,categories:void 0,categoryFallback:!0},qt=t=>new ScopedLoRA(t),Yt=class extends xt{constructor(t){const e=E(Gt,t,Jt),r=void 0===e.scopes?Wt:function(t){
Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||l("scopes","an array of names",t)
_("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&s("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),o=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?zt:{})
const i=function(t,e){v(t)&&Object.values(t).every(Array.isArray)||l("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,o=t=>{const o=e.get(t)
void 0===o&&s("LORA_E_SCOPE",`categories: there is no scope ${n(t)}${c(t,[...e.keys()])}`)
r.has(o)&&s("LORA_E_OPTION",`categories: ${a(t)} is there twice`)
r.add(o)
return o}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(o))}(e.categories,o),h=A("categoryFallback",e.categoryFallback)
super(Gt,e,r.length,i.length,qt)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.ga=o
this.categoryFallback=h
i.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.Z(h)}k(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.k(),scopes:t,categories:e,categoryFallback:r}}r(){return{learningRate:this.x,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}Z(t){this.a("set_category_fallback",Number(A("categoryFallback",t)))
this.categoryFallback=t}g(t){return"string"==typeof t?this.ga.get(t)??s("LORA_E_SCOPE",`there is no scope ${a(t)}${c(t,this.scopes)}`):_("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},ScopedLoRA=class extends At{static i=z(Gt,this)
constructor(t){super(new Yt(t))}get scopes(){return Ut(this).scopes}get categories(){return Ut(this).categories}scopeName(t){const e=Ut(this)
e.j()
return e.scopes[e.g(t)]}forward(t,e,r){return Ut(this).Q(t,e,r)}adapt(t,e){Ut(this).R(t,e)}forwardBatch(t,e,r){return Ut(this).S(t,e,r)}adaptBatch(t,e){Ut(this).T(t,e)}learn(t,e,r,s){return Ut(this).z(t,e,r,1,s)}learnBatch(t,e,r,s){return Ut(this).U(t,e,r,s)}contrast(t,e,r,s,o){return Ut(this).C(t,e,r,s,1,o)}contrastBatch(t,e,r,s,o){return Ut(this).V(t,e,r,s,o)}accumulate(t,e){Ut(this).W(t,e)}step(t){Ut(this).Y(t)}decayToBase(t,e){Ut(this).n("decay_to_base",t,w(e))}setOptions(t,e){
const r=Ut(this)
r.q(void 0===e?ft:r.g(e),t)}getOptions(t){return Ut(this).K(t)}adaptWithReward(t,e){Ut(this).X(t,e)}deltaNorm(t){return Ut(this).n("delta_norm",t)}adaptCount(t){return Ut(this).n("adapt_count",t)}forwardCount(t){return Ut(this).n("forward_count",t)}get totalAdaptCount(){return Ut(this).a("total_adapt_count")}get totalForwardCount(){return Ut(this).a("total_forward_count")}get categoryFallback(){return Ut(this).categoryFallback}set categoryFallback(t){Ut(this).Z(t)}getWeights(t){
return Ut(this).O(t)}setWeights(t,e){Ut(this).P(t,e)}delta(t){return Ut(this).N(t)}mergeInto(t,e){return Ut(this).s(t,e,1)}unmergeFrom(t,e){return Ut(this).s(t,e,-1)}reset(t){const e=Ut(this)
e.a("reset",void 0===t?ft:e.g(t))}},Vt="TrajectoryBuffer",Qt=N,Xt=2**32-1,Kt={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function Zt(t,e){const r=g(t,e)
r<=0&&s("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var te=["operator","attention"],ee=class extends Et{constructor(t){const e=E(Vt,t,Kt)
super(Vt,e.engine)
this.capacity=_("capacity",e.capacity,1,Xt)
this.dim=_("dim",e.dim,1,16384,"LORA_E_SHAPE")
this.operators=_("operators",e.operators,1,256)
this.I("lora_trajectory_create",this.capacity,this.dim,this.operators)}k(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}r(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends F{static i=z(Vt,this)
constructor(t){const e=new ee(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
I(this)}record(t,e,r,s,o){const a=Qt(this)
m("embedding",t,a.dim)
_("operator",e,0,a.operators-1)
_("attention",r,0,255)
Zt("executionMs",s)
Zt("baselineMs",o)
const{b:n,f:h}=a.c
h.set(t)
const c=n.lora_trajectory_record(a.d,e,r,s,o)
c<0&&i(c,"record")}get length(){return Qt(this).a("trajectory_length")}get totalCount(){return Qt(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return Qt(this).a("trajectory_success_rate")}get bestImprovement(){return Qt(this).a("trajectory_best_improvement")}get meanImprovement(){return Qt(this).a("trajectory_mean_improvement")}get variance(){return Qt(this).a("trajectory_variance")}get bestAttention(){return Qt(this).a("trajectory_best_attention")}
highQualityCount(t){return Qt(this).a("trajectory_high_quality_count",g("threshold",t))}countByOperator(t){const e=Qt(this)
_("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=Qt(this)
_("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.f.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&l("filter: keep","a function",t)
return[...this].filter(t)}top(t){_("top: count",t,0,Xt)
const e=Array.from({length:this.length},(t,e)=>({improvement:Qt(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=O("statistics: by",t,te),r=(t,r)=>Qt(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){_("sample: count",t,0,Xt)
const r=E("sample",e,{by:"uniform",seed:1}),o=1===O("sample: by",r.by,["uniform","improvement"]),i=_("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&s("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(Qt(this).a("trajectory_draw",Number(o),i,e)))}reset(){Qt(this).a("trajectory_reset")}}
function re(t,e={}){Array.isArray(t)&&0!==t.length||l("average: the argument","a list of { adapter, weight }, not empty",t)
const r=t.map(t=>{v(t)||l("average","a list of { adapter, weight }",t)
const{adapter:e,weight:r}=E("average",t,{adapter:void 0,weight:1})
return{adapters:$("average: adapter","a MicroLoRA or ScopedLoRA",e,It),weight:y("average: weight",r)}})
r.every(({weight:t})=>0===t)&&s("LORA_E_RANGE","average: one weight at least must be above 0")
const o=Math.max(...r.map(({adapters:t})=>t.rank)),{rank:i}=E("average",e,{rank:o})
return Lt(r,Rt(i),!0,0)}function se(t,e,r){if(e instanceof Float32Array)return e
const o=null!==e&&"object"==typeof e?Array.from(e):[]
0!==o.length&&o.every(t=>"number"==typeof t)||s("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const i=Float32Array.from(o)
m(t,i,r)
return i}var oe=class{constructor(t,e){this.i=t
this.e=e}l(){return N(this.e).l()}v(){this.e.free()}},ie=class extends oe{#e
#r
#s=!1
#o=-1
#i=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#o=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,se("forward_array: input",e,this.#e.dim))
this.#o=t
this.#s=!0
return r}prepare(t){if(this.#o===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#i[t]=this.hidden(t)+1
this.#o=t}forget(){this.#o=-1}hidden(t){return this.#i[t]??0}get hiddenInAll(){return this.#i.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#i=[]:this.#i[t]=0}},ae=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),ne=N,WasmMicroLoRA=class extends F{constructor(t,e,r){const s=new MicroLoRA(ae(t,e,r))
super(new ie("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return ne(this).inputAddress}get_output_ptr(){return ne(this).outputAddress}forward(){ne(this).forward(0)}forward_array(t){return ne(this).forwardArray(0,t)}adapt(){ne(this).prepare(0)
ne(this).e.adapt()}adapt_array(t){const e=se("adapt_array: gradient",t,ne(this).e.dim)
ne(this).prepare(0)
ne(this).e.adapt(e)}adapt_with_reward(t){ne(this).prepare(0)
ne(this).e.adaptWithReward(t)}delta_norm(){return ne(this).e.deltaNorm}adapt_count(){return BigInt(ne(this).e.adaptCount)}forward_count(){return BigInt(ne(this).e.forwardCount-ne(this).hidden(0))}param_count(){return ne(this).e.paramCount}dim(){return ne(this).e.dim}reset(){ne(this).e.reset()
ne(this).reset()}},he=N,WasmScopedLoRA=class extends F{constructor(t,e,r){const s=new ScopedLoRA(ae(t,e,r))
super(new ie("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?Wt[t]:void 0)??s("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return he(this).inputAddress}get_output_ptr(){return he(this).outputAddress}forward(t){he(this).forward(t)}forward_array(t,e){return he(this).forwardArray(t,e)}adapt(t){he(this).prepare(t)
he(this).e.adapt(t)}adapt_array(t,e){const r=se("adapt_array: gradient",e,he(this).e.dim)
he(this).prepare(t)
he(this).e.adapt(t,r)}adapt_with_reward(t,e){he(this).prepare(t)
he(this).e.adaptWithReward(t,e)}delta_norm(t){return he(this).e.deltaNorm(t)}adapt_count(t){return BigInt(he(this).e.adaptCount(t))}forward_count(t){return BigInt(he(this).e.forwardCount(t)-he(this).hidden(t))}total_adapt_count(){return BigInt(he(this).e.totalAdaptCount)}total_forward_count(){return BigInt(he(this).e.totalForwardCount-he(this).hiddenInAll)}set_category_fallback(t){he(this).e.categoryFallback=t
he(this).forget()}reset_scope(t){he(this).e.reset(t)
he(this).reset(t)}reset_all(){he(this).e.reset()
he(this).reset()}},ce=t=>N(t).e,WasmTrajectoryBuffer=class extends F{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new oe("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const i=se("record: embedding",t,ce(this).dim)
ce(this).record(i,e,r,s,o)}success_rate(){return ce(this).successRate}best_improvement(){return ce(this).bestImprovement}mean_improvement(){return ce(this).meanImprovement}variance(){return ce(this).variance}best_attention(){return ce(this).bestAttention}high_quality_count(t){return ce(this).highQualityCount(t)}count_by_operator(t){return ce(this).countByOperator(t)}len(){return ce(this).length}total_count(){return BigInt(ce(this).totalCount)}is_empty(){return ce(this).isEmpty}reset(){
ce(this).reset()}}
export{zt as DEFAULT_CATEGORIES,Wt as DEFAULT_SCOPES,LoraError,MicroLoRA,Ht as PUBLISHED_SCOPES,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,re as average,mt as createEngine,dt as default,lt as initSync}

